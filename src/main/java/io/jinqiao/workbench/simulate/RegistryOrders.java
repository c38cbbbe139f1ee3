package io.jinqiao.workbench.simulate;

import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a running simulated registry is told by its control port: {@code POST /day[?times=2]}, {@code /course?case=DJ1&as=reject}, {@code /push?as=lost},
 * {@code /paper?as=broken-seal}, {@code /newest-first}, {@code /seize?unit=…}, {@code /building?unit=…&on=2026-12-01}, {@code /outage?as=begin}, {@code /sessions-over}.
 */
final class RegistryOrders {
    private static final String EVERY = "POST /day[?times=2], /course?case=…&as=";
    /** Of the national form: results are all it can tell. */
    static final String NATIONAL = EVERY + "register|reject|delete|seized, /push?as=proper|lost|twice";
    static final String USAGE = EVERY + "…, /push?as=…, /newest-first, /paper?as=…, /seize?unit=…[&as=0|1|2|9], /building?unit=…&on=…, /outage?as=begin|end, /sessions-over";
    private static final int MOST_DAYS = 100;

    private final CaseOffice office;
    private final @Nullable OwnRegistry registry;

    RegistryOrders(CaseOffice office) {
        this.office = office;
        this.registry = office instanceof OwnRegistry own ? own : null;
    }

    /** @return what was done; null when it is no order of a registry */
    @Nullable String told(String order, Map<String, String> asked) throws IOException {
        switch (order) {
            case "/day" -> {
                return days(asked);
            }
            case "/course" -> office.course(Asked.required(asked, "case"), Asked.word(Course.class, asked));
            case "/push" -> office.pushes(Asked.word(Push.class, asked));
            default -> {
                return registry == null ? null : told(registry, order, asked);
            }
        }
        return "ok";
    }

    private static @Nullable String told(OwnRegistry registry, String order, Map<String, String> asked) throws IOException {
        switch (order) {
            case "/newest-first" -> {
                return calledBack(registry::tellTheNewestFirst);
            }
            case "/paper" -> registry.papers(Asked.word(Paper.class, asked));
            case "/seize" -> registry.mark(Asked.required(asked, "unit"), "cfztcode", asked.getOrDefault("as", "1"));
            case "/building" -> registry.building(Asked.required(asked, "unit"), LocalDate.parse(Asked.required(asked, "on")));
            case "/outage" -> registry.down(Asked.required(asked, "as").equals("begin"));
            case "/sessions-over" -> registry.endSessions();
            default -> {
                return null;
            }
        }
        return "ok";
    }

    private String days(Map<String, String> asked) throws IOException {
        StringBuilder codes = new StringBuilder();
        int times = Asked.number(asked, "times", 1, MOST_DAYS);
        for (int day = 0; day < times; day++) {
            codes.append(day == 0 ? "" : " | ").append(calledBack(office::day));
        }
        return codes.toString();
    }

    private interface Calls {
        java.util.List<String> made() throws IOException, InterruptedException;
    }

    /** The centre's return codes, in the order of the call-backs. */
    private static String calledBack(Calls calls) throws IOException {
        try {
            return String.join(" ", calls.made());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
