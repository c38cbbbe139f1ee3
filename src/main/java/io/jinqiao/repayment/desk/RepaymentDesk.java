package io.jinqiao.repayment.desk;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RepaymentStatus;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.ProposeOpening;
import io.jinqiao.repayment.Repayments;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service("repayments")
@Transactional
class RepaymentDesk implements Repayments {
    private final Intake intake;
    private final Openings openings;
    private final Endings endings;

    RepaymentDesk(Intake intake, Openings openings, Endings endings) {
        this.intake = intake;
        this.openings = openings;
        this.endings = endings;
    }

    @Override
    public FileResult file(IncomingFile file) {
        return intake.take(file, false);
    }

    @Override
    public Outcome report(Incoming incoming) {
        RepaymentStatus report = (RepaymentStatus) incoming.message();
        if (report.reportNo().startsWith(MessageReport.RESULT)) {
            throw new Refusal(Problem.at("reportNo", FailureCode.FIELD_WRONG_FORM, "不以 KK 开头的编号 / a number that does not begin with KK"));
        }
        FileResult result = intake.take(MessageReport.of(incoming, report), true);
        List<Problem> problems = Stream.concat(result.refused().stream().map(LineProblem::problem).map(RepaymentDesk::inTheRow), result.problems().stream()
                        .filter(told -> result.refused().isEmpty())
                        .map(LineProblem::problem))
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return Outcome.accepted(
                new RepaymentStatus.Answer(report.reportNo(), report.row().loanAccountNo(), report.row().instalment()).content());
    }

    private static Problem inTheRow(Problem problem) {
        return new Problem(problem.code(), problem.field() == null ? null : "row." + problem.field(), null, problem.arguments());
    }

    @Override
    public long proposeOpening(ProposeOpening proposal) {
        return openings.propose(proposal);
    }

    @Override
    public void answerOpening(long number, boolean confirmed, String by) {
        openings.answer(number, confirmed, by);
    }

    @Override
    public Outcome disbursed(Outcome outcome) {
        outcome.consequences().forEach(one -> {
            if (one instanceof Consequence.Disbursed disbursed) {
                openings.disbursed(disbursed);
            }
        });
        return outcome;
    }

    @Override
    public Outcome returned(Outcome outcome) {
        outcome.consequences().forEach(one -> {
            if (one instanceof Consequence.Returned returned) {
                endings.returned(returned);
            }
        });
        return outcome;
    }

    @Override
    public Incoming settlement(Incoming settlement) {
        return endings.settled(settlement);
    }

    @Override
    public void opened(OpenLoan loan, String by) {
        openings.open(loan, by);
    }
}
