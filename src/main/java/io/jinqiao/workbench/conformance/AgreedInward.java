package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.workbench.conformance.InwardDesk.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bank calls us: what came through the door, and which operations never did. */
final class AgreedInward {
    private final Dialect centre;
    private final AgreedTrials trials;

    AgreedInward(Dialect centre, AgreedTrials trials) {
        this.centre = centre;
        this.trials = trials;
    }

    /** @param visits null: the door was not opened */
    void judge(@Nullable List<Visit> visits) {
        for (Operation operation : operations(centre)) {
            List<Visit> own = visits == null ? List.of() : visits.stream().filter(visit -> visit.operation() == operation).toList();
            if (own.isEmpty()) {
                trials.run(operation, false, Trial.Kind.AGREED, "received", words(1), trial -> missing(operation, visits == null));
            }
            for (int i = 0; i < own.size(); i++) {
                Visit visit = own.get(i);
                trials.run(operation, false, Trial.Kind.AGREED, "received-" + (i + 1), words(i + 1), trial -> judged(trial, visit));
            }
        }
        strangers(visits == null ? List.of() : visits.stream().filter(visit -> visit.operation() == null).toList());
    }

    /** What the bank may begin. */
    static List<Operation> operations(Dialect centre) {
        return centre.descriptor().operations().keySet().stream().filter(o -> o.direction() != Operation.Direction.FROM_CENTRE).sorted().toList();
    }

    private void strangers(List<Visit> visits) {
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            trials.run(Operation.STATUS_ENQUIRY, false, Trial.Kind.AGREED, "unreadable-" + (i + 1), new Words("无法识别业务的报文", "a message whose operation cannot be told"), trial -> judged(trial, visit));
        }
    }

    private static Words words(int count) {
        return new Words("银行发来的报文（第 " + count + " 笔）", "what the bank sent (" + count + ")");
    }

    private Outcome missing(Operation operation, boolean closed) {
        boolean enabled = centre.descriptor().operation(operation).map(rule -> rule.enabled()).orElse(false);
        if (!enabled) {
            return Outcome.notRun("该业务约定为关闭", "agreed, but switched off");
        }
        return closed
                ? Outcome.notRun("未打开来向通道（--listen）", "the inward channel was not opened (--listen)")
                : Outcome.notRun("等待期内银行没有发来", "the bank did not send it while we waited");
    }

    private Outcome judged(Trial trial, Visit visit) {
        if (visit.problems().isEmpty()) {
            return new Outcome.Passed();
        }
        String found = Findings.words(visit.problems());
        Problem first = visit.problems().get(0);
        if (first.field() != null) {
            return trials.findings().ours(trial, "request", first.field(), "taken / 接受", found, visit.bytes());
        }
        return trials.findings().envelope(trial, "signing / wire", first.theirField(), "taken / 接受", found, visit.bytes(),
                "核对 adapter.yaml 的 signing（their-user-id、form、text、their-certificates）与 wire.request", "compare signing (their-user-id, form, text, their-certificates) and wire.request of adapter.yaml");
    }
}
