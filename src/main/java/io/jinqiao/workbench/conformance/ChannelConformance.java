package io.jinqiao.workbench.conformance;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The bank calls us, over its real channel: what a good message gets, what its repetition gets, and what a spoilt one gets. */
final class ChannelConformance {
    private final LiveHouse house;
    private final LineTrials line;
    private final Recorder recorder;
    private final Findings findings;

    ChannelConformance(LiveHouse house, Agreement agreement, Recorder recorder, Findings findings) {
        this.house = house;
        this.line = new LineTrials(house, agreement, recorder, findings);
        this.recorder = recorder;
        this.findings = findings;
    }

    void bankCalls(Operation operation, CanonicalMessage message) {
        Letter letter = write(message);
        trial(operation, Trial.Kind.GOOD, "taken", "正常报文得到已签名的应答", "a good message gets a signed answer", trial -> understood(trial, letter, say(letter)));
        trial(operation, Trial.Kind.GOOD, "same-bytes", "相同字节得到相同答复", "the same bytes get the same answer", trial -> same(trial, letter, say(letter), say(letter)));
        trial(operation, Trial.Kind.GOOD, "new-envelope", "相同内容换新封套，答复相同", "the same content in a new envelope gets the same reply", trial -> {
            if (operation == Operation.SESSION_OPENING) {
                return Outcome.notRun("每次开立都是新的会话", "every opening is a session of its own");
            }
            Letter again = write(message);
            Answer first = say(letter);
            Answer second = say(again);
            return first.reply().equals(second.reply())
                    ? new Outcome.Passed()
                    : findings.whole(trial, String.valueOf(first.reply()), String.valueOf(second.reply()), again.body(), "请报告：重复处理不一致", "please report it: a repetition was treated otherwise");
        });
        trial(operation, Trial.Kind.HOSTILE, "altered-on-the-way", "途中被改动", "altered on the way", trial -> refused(
                trial, spoilt(letter, letter.body().length / 2), Set.of()));
        trial(operation, Trial.Kind.HOSTILE, "out-of-date", "时间戳过期", "a time stamp out of date", trial -> {
            Instant old = Instant.now().minus(house.dialect().descriptor().freshness()).minus(Duration.ofMinutes(5));
            return refused(trial, house.branch().write(message, id(), old), Set.of(FailureCode.MESSAGE_OUTSIDE_WINDOW));
        });
        trial(operation, Trial.Kind.HOSTILE, "truncated", "截断的报文", "a message that ends too early", trial -> cut(trial, letter));
        line.run(operation, message, letter);
        trial(operation, Trial.Kind.HOSTILE, "a-good-one-after-all", "其后的正常报文照常答复", "a good message after all these is answered", trial -> {
            Answer answer = say(house.enquires() ? write(new StatusEnquiry(letter.id().value(), operation)) : write(message));
            return answer.verified() ? new Outcome.Passed() : findings.whole(trial, "a signed answer / 已签名的应答", String.valueOf(answer.reply()), answer.body(), "请报告：连接状态异常", "please report it: the connection was left in a bad state");
        });
        if (operation == Operation.LOAN_APPLICATION) {
            otherContent(operation, message, letter);
        }
    }

    private void otherContent(Operation operation, CanonicalMessage message, Letter letter) {
        trial(operation, Trial.Kind.HOSTILE, "same-key-other-content", "同一业务编号、另一内容", "the same business key with other content", trial -> {
            if (!say(letter).reply().isAccepted()) {
                return Outcome.notRun("首笔未被受理，编号未占用", "the first one was not accepted, its key is free");
            }
            Content.Group other = message.content().with("branchCode", "0160300043");
            return refused(trial, write(operation.read(other)), Set.of(FailureCode.KEY_CONFLICT));
        });
    }

    private Outcome understood(Trial trial, Letter letter, Answer answer) {
        if (!answer.verified()) {
            return findings.whole(trial, "the centre's signature verifies / 中心签名可验证", "it does not / 验证不通过", answer.body(), "核对 our-user-id、form、text", "compare our-user-id, form and text");
        }
        Set<String> codes = codes(answer.reply());
        if (codes.contains(FailureCode.OPERATION_NOT_IN_SERVICE.code())) {
            return Outcome.notRun("该业务尚未开通，正常报文只能得到 operation.not_in_service", "not in service yet: all a good message can get is operation.not_in_service");
        }
        boolean wire = codes.stream().anyMatch(code -> code.startsWith("envelope.") || code.startsWith("signature.") || code.startsWith("field.") || code.startsWith("freshness.") || code.startsWith("certificate."));
        return wire || answer.reply().isUnknown()
                ? findings.named(trial, "request", problems(answer.reply()), "accepted, or refused for a business reason / 受理或因业务原因拒绝", String.valueOf(answer.reply()), letter.body(), new Words("报文与约定不符：看失败码与字段", "the message does not keep the agreement: see code and field"))
                : new Outcome.Passed();
    }

    private Outcome same(Trial trial, Letter letter, Answer first, Answer second) {
        boolean same = switch (house.dialect().descriptor().repeatAnswer()) {
            case SAME_BYTES -> Arrays.equals(first.body(), second.body());
            case REWRAPPED -> first.reply().equals(second.reply());
        };
        return same || !codes(first.reply()).isEmpty() && first.reply().equals(second.reply())
                ? new Outcome.Passed()
                : findings.whole(trial, String.valueOf(first.reply()), String.valueOf(second.reply()), letter.body(), "请报告：重复答复不一致", "please report it: a repetition was answered otherwise");
    }

    /** @param codes one of which must be told; none: any refusal */
    private Outcome refused(Trial trial, Letter letter, Set<FailureCode> codes) {
        Answer answer = say(letter);
        Set<String> told = codes(answer.reply());
        boolean well = answer.verified() && !told.isEmpty() && (codes.isEmpty() || codes.stream().anyMatch(code -> told.contains(code.code())));
        return well ? new Outcome.Passed() : findings.whole(
                trial, "refused, signed / 拒绝并签名 " + codes.stream().map(FailureCode::code).toList(), String.valueOf(answer.reply()), letter.body(), "核对 adapter.yaml 的 signing、freshness", "compare signing and freshness of adapter.yaml");
    }

    /** On a stream the rest never comes and nobody can be answered; with HTTP the body is shorter. */
    private Outcome cut(Trial trial, Letter letter) {
        if (house.dialect().descriptor().frame() != null) {
            return Outcome.notRun("流式通道上截断即断线，由报文级用例覆盖", "on a stream a cut message is a cut line; the codec's cases cover it");
        }
        byte[] body = Arrays.copyOf(letter.body(), letter.body().length - 3);
        return refused(trial, new Letter(letter.operation(), letter.id(), letter.path(), letter.headers(), body), Set.of());
    }

    private static Letter spoilt(Letter letter, int at) {
        byte[] body = letter.body().clone();
        int digit = at;
        while (digit < body.length - 1 && !(body[digit] >= '0' && body[digit] <= '8')) {
            digit++;
        }
        body[digit]++;
        return new Letter(letter.operation(), letter.id(), letter.path(), letter.headers(), body);
    }

    private static Set<String> codes(Reply reply) {
        return problems(reply).stream().map(Problem::code).map(FailureCode::code).collect(Collectors.toSet());
    }

    private static List<Problem> problems(Reply reply) {
        return reply instanceof Reply.Rejected rejected ? rejected.problems() : List.of();
    }

    private Letter write(CanonicalMessage message) {
        return house.branch().write(message, id(), Instant.now());
    }

    private MessageId id() {
        return house.room(IdGenerator.class).next();
    }

    private Answer say(Letter letter) {
        SimulatedBranch branch = house.branch();
        try {
            return branch.send(letter);
        } catch (IOException e) {
            throw new IllegalStateException("no answer came: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Body {
        Outcome of(Trial trial);
    }

    private void trial(Operation operation, Trial.Kind kind, String what, String chinese, String english, Body body) {
        Trial trial = BothWays.trial(operation, false, kind, what, new Words(chinese, english));
        recorder.run(trial, () -> body.of(trial));
    }
}
