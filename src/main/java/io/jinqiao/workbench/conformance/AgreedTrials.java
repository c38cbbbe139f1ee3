package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.conformance.ForeignLine.Heard;
import java.util.function.Function;

/** What the agreed cases have in common: their names, and what an answer has to be before it is looked into. */
final class AgreedTrials {
    private final Recorder recorder;
    private final Findings findings;
    private final Agreement agreement;

    AgreedTrials(Recorder recorder, Findings findings, Agreement agreement) {
        this.recorder = recorder;
        this.findings = findings;
        this.agreement = agreement;
    }

    Findings findings() {
        return findings;
    }

    /** @param name unique among the agreed cases of the operation */
    void run(Operation operation, boolean centreSpeaks, Trial.Kind kind, String name, Words what, Function<Trial, Outcome> body) {
        String full = operation.id() + "." + (kind == Trial.Kind.HOSTILE ? "hostile" : "agreed") + "." + (centreSpeaks ? "centre" : "partner") + "." + name;
        Trial trial = new Trial(operation, centreSpeaks, kind, Trial.Level.CHANNEL, full, what);
        recorder.run(trial, () -> body.apply(trial));
    }

    void agreed(Operation operation, String name, Words what, Function<Trial, Outcome> body) {
        run(operation, true, Trial.Kind.AGREED, name, what, body);
    }

    /** The reply when it is one that may be believed, else what is wrong with it. */
    Outcome judged(Trial trial, Heard heard, String expected, Function<Heard.Answered, Outcome> further) {
        if (heard instanceof Heard.Answered answered) {
            return answered.reply() instanceof Reply.Unknown unknown && unknown.cause() != Reply.Cause.IN_PROCESS
                    ? findings.whole(trial, expected, unknown.cause() + ": " + unknown.detail(), answered.bytes(),
                            "核对 mapping/" + trial.operation().id() + ".yaml 的 reply 与 codes.yaml", "compare reply of mapping/" + trial.operation().id() + ".yaml, and codes.yaml, with what they sent")
                    : further.apply(answered);
        }
        if (heard instanceof Heard.Closed closed) {
            return Outcome.notRun("现在不是对方服务时间，" + closed.notBefore() + " 以后再测", "outside their service hours until " + closed.notBefore());
        }
        if (heard instanceof Heard.Untrusted untrusted) {
            return findings.envelope(trial, "signing", agreement.replySignature(), "their signature verifies / 对方签名可验证", untrusted.code(), untrusted.bytes(),
                    "核对 adapter.yaml 的 signing：their-user-id、form、text、their-certificates，以及签名原文（wire.reply）", "compare signing of adapter.yaml: their-user-id, form, text, their-certificates; then the bytes under the signature (wire.reply)");
        }
        if (heard instanceof Heard.Unreadable unreadable) {
            return findings.envelope(trial, "wire", agreement.replySignature(), expected, unreadable.why(), unreadable.bytes(),
                    "核对 adapter.yaml 的 wire.reply 与 charset", "compare wire.reply and charset of adapter.yaml");
        }
        return findings.whole(trial, expected, ((Heard.Nothing) heard).why(), new byte[0], "先运行 doctor 查连接", "run doctor first: no answer came");
    }
}
