package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small stand-in for the centre's core system: watches the event feed and decides by the REST API, review and approval by different
 * people; seals every contract that was signed. Approves everything that came through; says so.
 */
final class StandInCore implements Runnable {
    private static final String READY = "attachments-complete";
    private static final String SIGNED = "contract-signed";

    private final Api reviewer;
    private final Api approver;
    private final Runnable pause;
    private final Set<String> decided = new HashSet<>();
    private volatile boolean stopped;
    private String cursor = "0";

    StandInCore(Api reviewer, Api approver) {
        this(reviewer, approver, () -> java.util.concurrent.locks.LockSupport.parkNanos(500_000_000));
    }

    StandInCore(Api reviewer, Api approver, Runnable pause) {
        this.reviewer = reviewer;
        this.approver = approver;
        this.pause = pause;
    }

    Api reviewer() {
        return reviewer;
    }

    Api approver() {
        return approver;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                read(events());
            } catch (java.io.UncheckedIOException away) {
                pause.run();
            }
        }
    }

    /** Goes on behind an event only when it is done with it. */
    private void read(JsonNode page) {
        for (JsonNode event : page.path("events")) {
            String loan = event.path("loan").asText();
            if (event.path("type").asText().equals(READY) && !decided.contains(loan)) {
                decide(loan);
                decided.add(loan);
            } else if (event.path("type").asText().equals(SIGNED)) {
                approver.post(
                        "/api/v1/loans/" + loan + "/contract-seal",
                        Map.of("contractNo", event.path("detail").path("contractNo").asText(), "officer", "core-approver"));
            }
            cursor = event.path("cursor").asText();
        }
    }

    /** The gateway may be away for a moment, or for good when the demonstration ends; or refuse the caller, who was withdrawn. */
    private JsonNode events() {
        Api.Result page = reviewer.get("/api/v1/events?after=" + cursor + "&wait=2");
        if (page.ok()) {
            return page.body();
        }
        pause.run();
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /** What was decided before a restart is refused by its state, which is as good as done. */
    private void decide(String acceptanceNo) {
        String loan = "/api/v1/loans/" + acceptanceNo;
        reviewer.post(loan + "/review", Map.of("stage", "initial", "recommended", true, "officer", "core-initial"));
        reviewer.post(loan + "/review", Map.of("stage", "second", "recommended", true, "officer", "core-second"));
        approver.post(
                loan + "/decision",
                Map.of("outcome", "approved", "conditions", List.of("落实抵押登记后放款"), "officer", "core-approver"));
    }
}
