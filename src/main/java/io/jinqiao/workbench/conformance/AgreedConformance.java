package io.jinqiao.workbench.conformance;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.check.TestData;
import io.jinqiao.workbench.conformance.ForeignLine.Heard;
import io.jinqiao.workbench.conformance.ForeignLine.Letter;
import io.jinqiao.workbench.check.TestData.Case;
import io.jinqiao.workbench.check.TestData.Play;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** We call the bank's own test system, with its own test data; each message is sent once, whatever comes of it. */
final class AgreedConformance {
    private static final Operation ENQUIRY = Operation.STATUS_ENQUIRY;

    private final ForeignLine line;
    private final TestData data;
    private final Set<Operation> operations;
    private final AgreedTrials trials;
    /** In the order they were sent: the first is asked about. */
    private final Map<Operation, Taken> taken = new LinkedHashMap<>();

    /** A message whose answer is known. */
    private record Taken(Letter letter, Reply reply) {}

    /** @param operations agreed and switched on */
    AgreedConformance(ForeignLine line, TestData data, Set<Operation> operations, AgreedTrials trials) {
        this.line = line;
        this.data = data;
        this.operations = operations;
        this.trials = trials;
    }

    void run() {
        for (Operation operation : operations.stream().filter(o -> o.direction() != Operation.Direction.TO_CENTRE && o != ENQUIRY).sorted().toList()) {
            good(operation);
        }
        data.played(Play.REFUSED).forEach(this::refused);
        if (data.played(Play.REFUSED).isEmpty()) {
            trials.agreed(ENQUIRY, "refused", new Words("银行承诺拒绝的数据", "a datum the bank promised to refuse"), trial -> noData("refused"));
        }
        enquiries();
        data.played(Play.LOST_ANSWER).forEach(this::lostAnswer);
        if (data.played(Play.LOST_ANSWER).isEmpty()) {
            trials.agreed(ENQUIRY, "lost-answer", new Words("超时后查询原流水", "asked about after a time-out"), trial -> noData("lost-answer"));
        }
    }

    private void good(Operation operation) {
        List<Case> cases = data.played(Play.GOOD).stream().filter(each -> each.operation() == operation).toList();
        if (cases.isEmpty()) {
            trials.agreed(operation, "good", new Words("正常业务", "a good message"), trial -> noData("good"));
        }
        cases.forEach(each -> trials.agreed(operation, each.name(), new Words("正常业务：" + each.name(), "a good message: " + each.name()), trial -> taken(trial, each)));
    }

    private static Outcome noData(String play) {
        return Outcome.notRun("testdata.yaml 中没有相应数据（play: " + play + "）", "no test data for it in testdata.yaml (play: " + play + ")");
    }

    private Outcome taken(Trial trial, Case each) {
        Letter letter = line.write(each.message());
        return trials.judged(trial, line.send(letter), "taken / 受理", answered -> {
            if (answered.reply() instanceof Reply.Rejected rejected) {
                return trials.findings().named(trial, "request", rejected.problems(), "taken / 受理", Findings.words(rejected.problems()), answered.bytes(), new Words("看对方返回码与字段；核对该业务映射与测试数据", "see their code and field; compare the mapping table and the test data"));
            }
            taken.putIfAbsent(each.operation(), new Taken(letter, answered.reply()));
            return new Outcome.Passed();
        });
    }

    private void refused(Case each) {
        trials.agreed(each.operation(), each.name(), new Words("银行承诺拒绝：" + each.name(), "the bank promised to refuse: " + each.name()), trial -> {
            String expected = "refused / 拒绝" + (each.failure() == null ? "" : " " + each.failure().code());
            return trials.judged(trial, line.send(line.write(each.message())), expected, answered ->
                    answered.reply() instanceof Reply.Rejected rejected && tells(rejected, each.failure())
                            ? new Outcome.Passed()
                            : trials.findings().whole(trial, expected, String.valueOf(answered.reply()), answered.bytes(), "核对 codes.yaml，以及双方约定的测试数据", "compare codes.yaml, and the datum both sides agreed on"));
        });
    }

    private static boolean tells(Reply.Rejected rejected, @Nullable FailureCode wanted) {
        return wanted == null || rejected.problems().stream().map(Problem::code).collect(Collectors.toSet()).contains(wanted);
    }

    private void enquiries() {
        trials.agreed(ENQUIRY, "never-was", new Words("查询从未发出的报文", "an enquiry about a message that never was"), trial -> {
            Operation about = operations.stream().filter(o -> o.direction() != Operation.Direction.TO_CENTRE && o != ENQUIRY).sorted().findFirst().orElse(null);
            return !operations.contains(ENQUIRY) || about == null
                    ? noEnquiry()
                    : trials.judged(trial, ask(ForeignLine.number().value(), about), "never arrived / 从未收到", answered ->
                            answered.reply() instanceof Reply.Rejected rejected && tells(rejected, FailureCode.MESSAGE_UNKNOWN)
                                    ? new Outcome.Passed()
                                    : wrongStatus(trial, "never arrived / 从未收到", answered));
        });
        trials.agreed(ENQUIRY, "just-sent", new Words("查询刚发出的报文", "an enquiry about a message just sent"), trial -> {
            Taken first = taken.values().stream().findFirst().orElse(null);
            return !operations.contains(ENQUIRY) ? noEnquiry() : first == null
                    ? Outcome.notRun("没有已受理的报文可查", "no message was taken that could be asked about")
                    : asked(trial, first);
        });
    }

    private static Outcome noEnquiry() {
        return Outcome.notRun("目录未约定状态查询", "the folder agrees on no status enquiry");
    }

    /** Our side forgets the answer, as after a time-out: the same number is asked about, and the message is not sent again. */
    private void lostAnswer(Case each) {
        trials.agreed(each.operation(), each.name(), new Words("超时后按原流水查询，不重发：" + each.name(), "after a time-out the same number is asked about, nothing is sent again: " + each.name()), trial -> {
            if (!operations.contains(ENQUIRY)) {
                return noEnquiry();
            }
            Letter letter = line.write(each.message());
            return trials.judged(trial, line.send(letter), "an answer, which our side forgets / 应答（我方丢弃）", answered -> asked(trial, new Taken(letter, answered.reply())));
        });
    }

    private Outcome asked(Trial trial, Taken about) {
        String expected = "what became of it / 原报文结果：" + about.reply().getClass().getSimpleName();
        return trials.judged(trial, ask(about.letter().id().value(), about.letter().operation()), expected, answered ->
                agrees(about.reply(), answered.reply()) ? new Outcome.Passed() : wrongStatus(trial, expected, answered));
    }

    /** What was in process may be done by now; what was done stays done. */
    private static boolean agrees(Reply first, Reply now) {
        return first.getClass() == now.getClass() && !unknownNumber(now) || first.isUnknown() && !unknownNumber(now);
    }

    private static boolean unknownNumber(Reply reply) {
        return reply instanceof Reply.Rejected rejected && tells(rejected, FailureCode.MESSAGE_UNKNOWN);
    }

    private Outcome wrongStatus(Trial trial, String expected, Heard.Answered answered) {
        return trials.findings().whole(trial, expected, String.valueOf(answered.reply()), answered.bytes(), "核对 adapter.yaml 的 wire.enquiry：status、done、never-arrived、original", "compare wire.enquiry of adapter.yaml: status, done, never-arrived, original");
    }

    private Heard ask(String number, Operation original) {
        return line.send(line.write(new StatusEnquiry(number, original)));
    }
}
