package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Operation;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.conformance.ForeignLine.Heard;
import io.jinqiao.workbench.conformance.ForeignLine.Letter;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;

/** A few spoilt enquiries, each harmless in itself, when somebody of theirs agreed by name. None may be taken, and a good one is answered afterwards. */
final class AgreedHostile {
    private static final Operation ENQUIRY = Operation.STATUS_ENQUIRY;

    private final ForeignLine line;
    private final Duration freshness;
    private final boolean frames;
    private final AgreedTrials trials;

    /** @param frames whether a header announces the length */
    AgreedHostile(ForeignLine line, Duration freshness, boolean frames, AgreedTrials trials) {
        this.line = line;
        this.freshness = freshness;
        this.frames = frames;
        this.trials = trials;
    }

    void run() {
        spoilt("altered-on-the-way", "签名后被改动", "altered after it was signed", () -> letter().with(AgreedHostile::oneDigitMore));
        spoilt("out-of-date", "时间戳过期", "a time stamp out of date", () -> line.write(enquiry(), line.clock().instant().minus(freshness).minus(Duration.ofMinutes(5))));
        if (frames) {
            trial("cut", "截断", "cut off", trial -> Outcome.notRun("截断的帧会占住对方连接直到其超时", "a cut frame would hold their connection until it times out"));
        } else {
            spoilt("cut", "截断", "cut off", () -> letter().with(body -> Arrays.copyOf(body, body.length - 3)));
        }
        trial("a-good-one-after-all", "其后的正常查询照常答复", "a good enquiry after all these is answered", trial ->
                trials.judged(trial, line.send(letter()), "an answer / 应答", answered -> new Outcome.Passed()));
    }

    private void spoilt(String name, String chinese, String english, Supplier<Letter> letter) {
        trial(name, chinese, english, trial -> {
            Letter spoilt = letter.get();
            Heard heard = line.send(spoilt);
            if (heard instanceof Heard.Closed closed) {
                return Outcome.notRun("现在不是对方服务时间", "outside their service hours until " + closed.notBefore());
            }
            return heard instanceof Heard.Answered answered && understood(answered.reply())
                    ? trials.findings().whole(trial, "refused / 拒绝", "taken / 被接受: " + answered.reply(), spoilt.call().body(), "请对方核对验签与时间窗口", "ask them to look at their verification and at their window of time")
                    : new Outcome.Passed();
        });
    }

    /** An enquiry about nothing is understood when they say that it never arrived. */
    private static boolean understood(Reply reply) {
        return reply.isAccepted() || reply instanceof Reply.Rejected;
    }

    private void trial(String name, String chinese, String english, Function<Trial, Outcome> body) {
        trials.run(ENQUIRY, true, Trial.Kind.HOSTILE, name, new Words(chinese, english), body);
    }

    private Letter letter() {
        return line.write(enquiry());
    }

    private static StatusEnquiry enquiry() {
        return new StatusEnquiry(ForeignLine.number().value(), Operation.DECISION_NOTICE);
    }

    /** Changes the first digit behind the middle; the text stays well-formed. */
    private static byte[] oneDigitMore(byte[] body) {
        for (int i = body.length / 2; i < body.length; i++) {
            if (body[i] >= '0' && body[i] <= '8') {
                body[i]++;
                return body;
            }
        }
        return body;
    }
}
