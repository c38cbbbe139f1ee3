package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.certs.PublishedKey;
import io.jinqiao.workbench.check.SampleName;
import io.jinqiao.workbench.samples.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored bytes of a folder against its tables, both ways. They are the anchor: what the engine writes and reads itself would agree with
 * itself whatever a table says.
 */
final class GoldenTrials {
    private static final String REQUEST = "request";
    private static final String REPLY = "reply";
    private static final Words TABLE = new Words("核对映射表的 required、长度、代码表", "compare required, lengths and code tables of the mapping table");

    private final Recorder recorder;
    private final Findings findings;

    GoldenTrials(Recorder recorder, Findings findings) {
        this.recorder = recorder;
        this.findings = findings;
    }

    void run(Sample sample) {
        trial(sample, "request-signed", "待签名串与存档一致，存档签名可验证", "the signing input is the stored one and its signature verifies", t -> requestSigned(t, sample));
        if (sample.faulty()) {
            trial(sample, "faults-found", "错误逐项检出", "every fault is found", t -> faults(t, sample));
        } else {
            trial(sample, "request-read", "存档报文读作规范内容", "the stored request reads as its canonical content", t -> requestRead(t, sample));
            trial(sample, "request-written", "规范内容写成存档报文，逐字节一致", "the canonical content is written as the stored request, byte for byte", t -> requestWritten(t, sample));
        }
        trial(sample, "reply-read", "存档应答读作规范应答", "the stored answer reads as its canonical answer", t -> replyRead(t, sample));
        trial(sample, "reply-written", "规范应答写成存档应答，逐字节一致", "the canonical answer is written as the stored answer, byte for byte", t -> replyWritten(t, sample));
    }

    private interface Body {
        Outcome of(Trial trial);
    }

    private void trial(Sample sample, String what, String chinese, String english, Body body) {
        Operation operation = SampleName.of(sample.name()).operation();
        Trial trial = new Trial(
                operation,
                sample.centreSpeaks(),
                Trial.Kind.GOLDEN,
                Trial.Level.CODEC,
                sample.name() + ".golden." + what,
                new Words(sample.name() + "：" + chinese, sample.name() + ": " + english));
        recorder.run(trial, () -> body.of(trial));
    }

    private Outcome requestSigned(Trial trial, Sample sample) {
        return caught(trial, REQUEST, sample.requestBytes(), () -> {
            Framed framed = sample.framed();
            return signed(trial, REQUEST, sample, sample.bytes(".signing-input"), framed.signingInput(), framed.signature(), sample.centreSpeaks());
        });
    }

    private Outcome signed(
            Trial trial, String part, Sample sample, byte[] stored, byte[] input, @Nullable String signature, boolean byTheCentre) {
        if (!Arrays.equals(stored, input)) {
            return findings.bytesDiffer(trial, part, stored, input);
        }
        if (!sample.profile().signs()) {
            return new Outcome.Passed();
        }
        if (sample.profile().algorithm() != io.jinqiao.signing.SigningProfile.Algorithm.SM2_SM3) {
            return Outcome.notRun("样例用公开的 SM2 密钥签名，本约定为其他算法", "samples are signed with the published SM2 key, another algorithm was agreed");
        }
        if (signature == null || !PublishedKey.verifies(input, signature, sample.userId(byTheCentre))) {
            return findings.whole(
                    trial,
                    "the stored signature verifies / 存档签名可验证",
                    "it does not, with user id / 验证不通过，用户标识 " + sample.userId(byTheCentre),
                    input,
                    "核对 adapter.yaml 的 signing：" + (byTheCentre ? "our-user-id" : "their-user-id") + "、form、text",
                    "compare signing in adapter.yaml: " + (byTheCentre ? "our-user-id" : "their-user-id") + ", form, text");
        }
        return new Outcome.Passed();
    }

    private Outcome requestRead(Trial trial, Sample sample) {
        return caught(trial, REQUEST, sample.requestBytes(), () -> {
            CanonicalMessage message = sample.listener().decode(sample.framed());
            String difference = Tree.difference(sample.canonical(), message.content(), "");
            return difference == null
                    ? new Outcome.Passed()
                    : findings.ours(trial, REQUEST, difference, String.valueOf(sample.canonical()), String.valueOf(message.content()), sample.requestBytes());
        });
    }

    private Outcome requestWritten(Trial trial, Sample sample) {
        return caught(trial, REQUEST, sample.requestBytes(), () -> {
            Framed framed = sample.framed();
            CanonicalMessage message = framed.operation().read(sample.canonical());
            Unsigned open = sample.speaker().request(message, framed.id(), framed.sentAt());
            if (open.toSeal() != null && !Arrays.equals(sample.bytes(".plain"), open.toSeal())) {
                return differs(trial, REQUEST, sample.bytes(".plain"), open.toSeal());
            }
            Unsigned unsigned = sample.sealedRequest(open);
            byte[] written = sample.speaker().finishRequest(unsigned, String.valueOf(framed.signature())).body();
            return differs(trial, REQUEST, sample.requestBytes(), written);
        });
    }

    private Outcome faults(Trial trial, Sample sample) {
        Framed framed = sample.framed();
        List<Problem> expected = ((Reply.Rejected) sample.reply()).problems();
        try {
            sample.listener().decode(framed);
            return findings.named(trial, REQUEST, expected, Findings.words(expected), "taken / 被接受", sample.requestBytes(), TABLE);
        } catch (Refusal refusal) {
            return refusal.problems().equals(expected)
                    ? new Outcome.Passed()
                    : findings.named(trial, REQUEST, apart(expected, refusal.problems()), Findings.words(expected), Findings.words(refusal.problems()), sample.requestBytes(), TABLE);
        }
    }

    /** What only one of both says. */
    private static List<Problem> apart(List<Problem> expected, List<Problem> found) {
        return Stream.concat(expected.stream().filter(problem -> !found.contains(problem)), found.stream().filter(problem -> !expected.contains(problem))).toList();
    }

    private Outcome replyRead(Trial trial, Sample sample) {
        return caught(trial, REPLY, sample.replyBytes(), () -> {
            FramedReply framed = sample.framedReply(sample.replyBytes());
            Framed request = sample.framed();
            Operation original = original(sample, request);
            Reply reply = original == null
                    ? sample.speaker().decodeReply(request.operation(), request.id(), framed)
                    : sample.speaker().decodeEnquiryReply(original, request.id(), framed);
            return comparable(reply).equals(comparable(sample.reply()))
                    ? signed(trial, REPLY, sample, sample.bytes(".reply.signing-input"), framed.signingInput(), framed.signature(), !sample.centreSpeaks())
                    : replyDiffers(trial, sample, reply);
        });
    }

    private Outcome replyDiffers(Trial trial, Sample sample, Reply reply) {
        if (reply instanceof Reply.Accepted found && sample.reply() instanceof Reply.Accepted wanted) {
            String place = String.valueOf(Tree.difference(wanted.content(), found.content(), ""));
            return findings.ours(trial, REPLY, place, Said.by(wanted), Said.by(found), sample.replyBytes());
        }
        return findings.whole(trial, Said.by(sample.reply()), Said.by(reply), sample.replyBytes(), "核对 codes.yaml 与映射表的 reply", "compare codes.yaml and the reply part of the mapping table");
    }

    private Outcome replyWritten(Trial trial, Sample sample) {
        return caught(trial, REPLY, sample.replyBytes(), () -> {
            Framed framed = sample.framed();
            Operation original = original(sample, framed);
            Unsigned open = original == null
                    ? sample.listener().answer(framed, sample.reply(), framed.id(), framed.sentAt())
                    : sample.listener().answerEnquiry(framed, original, sample.reply(), framed.id(), framed.sentAt());
            if (open.toSeal() != null && !Arrays.equals(sample.bytes(".reply.plain"), open.toSeal())) {
                return differs(trial, REPLY, sample.bytes(".reply.plain"), open.toSeal());
            }
            Unsigned unsigned = sample.sealedAnswer(open);
            FramedReply stored = sample.framedReply(sample.replyBytes());
            byte[] written = sample.listener().finishAnswer(unsigned, String.valueOf(stored.signature())).body();
            return differs(trial, REPLY, sample.replyBytes(), written);
        });
    }

    private Outcome differs(Trial trial, String part, byte[] stored, byte[] written) {
        return Arrays.equals(stored, written) ? new Outcome.Passed() : findings.bytesDiffer(trial, part, stored, written);
    }

    private Outcome caught(Trial trial, String part, byte[] bytes, Supplier<Outcome> body) {
        try {
            return body.get();
        } catch (Refusal refusal) {
            return findings.refused(trial, part, refusal, bytes);
        }
    }

    private static @Nullable Operation original(Sample sample, Framed framed) {
        return framed.operation() == Operation.STATUS_ENQUIRY && !sample.faulty()
                ? ((StatusEnquiry) sample.listener().decode(framed)).originalOperation()
                : null;
    }

    /** The wire carries the texts of problems, not their arguments; the detail of an unknown is for people. */
    static Reply comparable(Reply reply) {
        return reply.fold(
                accepted -> accepted,
                rejected -> new Reply.Rejected(rejected.problems().stream()
                        .map(problem -> new Problem(problem.code(), problem.field(), problem.theirField(), List.of()))
                        .toList()),
                unknown -> new Reply.Unknown(unknown.cause(), "", unknown.expectedBy()));
    }
}
