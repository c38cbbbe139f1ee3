package io.jinqiao.workbench.simulate.credit;

import io.jinqiao.workbench.simulate.Asked;
import io.jinqiao.workbench.simulate.OrderPort;
import io.jinqiao.workbench.simulate.credit.enquiry.Profile;
import io.jinqiao.workbench.simulate.credit.enquiry.Trick;
import io.jinqiao.workbench.simulate.credit.report.Manner;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a running Center is told by its control port. */
public final class CenterOrders implements OrderPort.Obeys {
    public static final String USAGE =
            "POST /files?as=delays[&times=1], /release, /enquiries?as=not-gzip[&id=…][&times=1], /person?as=overdue&id=…[&type=10], /objection?account=…&name=…&id=…&said=…, /calm; GET /rules, /holds";
    private static final int MOST_TIMES = 1_000_000;

    private final CreditCenter center;

    public CenterOrders(CreditCenter center) {
        this.center = center;
    }

    @Override
    public @Nullable String told(String order, Map<String, String> asked) throws IOException {
        return switch (order) {
            case "GET /rules" -> center.reporting().coverage().table();
            case "GET /holds" -> center.reporting().holds() + ", enquiries " + center.enquiries().enquiries();
            case "POST /release" -> "released " + center.release();
            case "POST /files" -> {
                center.reporting().behave(Asked.word(Manner.class, asked), Asked.number(asked, "times", Integer.MAX_VALUE, MOST_TIMES));
                yield "ok";
            }
            case "POST /enquiries" -> {
                center.enquiries().trick(Asked.word(Trick.class, asked), asked.get("id"), Asked.number(asked, "times", Integer.MAX_VALUE, MOST_TIMES));
                yield "ok";
            }
            case "POST /person" -> {
                center.enquiries().people().introduce(asked.getOrDefault("type", "10"), Asked.required(asked, "id"), Asked.word(Profile.class, asked));
                yield "ok";
            }
            case "POST /objection" -> center.enquiries().objections().file(Asked.required(asked, "account"), Asked.required(asked, "name"), Asked.required(asked, "id"), asked.getOrDefault("said", ""));
            case "POST /calm" -> {
                center.reporting().behave(Manner.ANSWERS, Integer.MAX_VALUE);
                center.enquiries().calm();
                yield "calm";
            }
            default -> null;
        };
    }
}
