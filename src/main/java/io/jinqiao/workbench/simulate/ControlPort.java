package io.jinqiao.workbench.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jinqiao.message.Operation;
import io.jinqiao.workbench.simulate.bank.OwnRegistry;
import io.jinqiao.workbench.simulate.bank.files.FileSide;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a running simulated partner is told how to behave and asked what it wrote:
 * {@code POST /behave?as=silent[&operation=approval-opinion][&key=SP001][&times=1]}, {@code POST /calm}, {@code GET /ledger}; of files
 * {@code POST /file?as=late-marker[&rows=3][&day=2026-11-25]}, {@code POST /server?as=no-rights}, {@code GET /verdicts}.
 */
final class ControlPort implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USAGE = "POST /behave?as=…, POST /calm, GET /ledger, POST /file?as=…, POST /server?as=…, GET /verdicts";
    /** A file is invented in memory, while the port answers nobody else. */
    private static final int MOST_ROWS = 100_000;
    private static final int MOST_TIMES = 1_000_000;

    private final OrderPort orders;
    private final SimulatedPartner bank;
    private final @Nullable FileSide files;

    private ControlPort(int port, SimulatedPartner bank, @Nullable FileSide files) {
        this.bank = bank;
        this.files = files;
        this.orders = OrderPort.open(port, USAGE + (bank instanceof OwnRegistry ? ", " + RegistryOrders.USAGE : bank instanceof CaseOffice ? ", " + RegistryOrders.NATIONAL : ""), this::told);
    }

    static ControlPort open(int port, SimulatedPartner bank) {
        return open(port, bank, null);
    }

    /** @param files null where it plays no files */
    static ControlPort open(int port, SimulatedPartner bank, @Nullable FileSide files) {
        return new ControlPort(port, bank, files);
    }

    int port() {
        return orders.port();
    }

    String usage() {
        return "curl -X POST 'http://localhost:" + port() + "/behave?as=silent&operation=approval-opinion&times=1'";
    }

    private @Nullable String told(String order, Map<String, String> asked) throws IOException {
        switch (order) {
            case "GET /ledger" -> {
                return JSON.writeValueAsString(bank.ledger().entries());
            }
            case "POST /calm" -> {
                bank.moods().calm();
                return "calm";
            }
            case "POST /behave" -> bank.moods().order(operation(asked), asked.get("key"), Asked.word(Behaviour.class, asked), Asked.number(asked, "times", Integer.MAX_VALUE, MOST_TIMES));
            case "POST /file" -> {
                return files().offer(Asked.word(FileBehaviour.class, asked), Asked.day(asked), Asked.number(asked, "rows", 3, MOST_ROWS));
            }
            case "POST /server" -> files().behave(Asked.word(FileBehaviour.class, asked));
            case "GET /verdicts" -> {
                return JSON.writeValueAsString(files().verdicts());
            }
            default -> {
                boolean registry = bank instanceof CaseOffice && order.startsWith("POST ");
                return registry ? new RegistryOrders((CaseOffice) bank).told(order.substring("POST ".length()), asked) : null;
            }
        }
        return "ok";
    }

    private static @Nullable Operation operation(Map<String, String> asked) {
        return asked.containsKey("operation") ? Operation.of(asked.get("operation")) : null;
    }

    private FileSide files() {
        if (files == null) {
            throw new IllegalArgumentException("no files are played here");
        }
        return files;
    }

    @Override
    public void close() {
        orders.close();
    }
}
