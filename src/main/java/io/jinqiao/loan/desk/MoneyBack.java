package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.ChangeMoney;
import io.jinqiao.loan.model.LoanWords;
import io.jinqiao.loan.model.MoneyTrack;
import io.jinqiao.loan.model.Step;
import io.jinqiao.loan.store.DisbursementStore;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.DisbursementReturned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Settlement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Money that comes back: a payment nobody could take, or the whole loan. */
@Component
class MoneyBack {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyBack.class);

    private final LoanStore loans;
    private final DisbursementStore disbursements;
    private final Movements movements;
    private final Clock clock;

    MoneyBack(LoanStore loans, DisbursementStore disbursements, Movements movements, @Qualifier("businessClock") Clock clock) {
        this.loans = loans;
        this.disbursements = disbursements;
        this.movements = movements;
        this.clock = clock;
    }

    /** Only what came back whole sends the loan back to its approval; a part is for people. */
    Outcome returned(Incoming incoming) {
        DisbursementReturned told = (DisbursementReturned) incoming.message();
        StoredLoan stored = loans.get(incoming.partner(), told.applicationNo());
        DisbursementStore.Paid paid = disbursements.paid(incoming.partner(), told.instructionNo())
                .filter(one -> one.acceptanceNo().equals(stored.loan().acceptanceNo()))
                .orElseThrow(() -> new Refusal(Problem.at("instructionNo", FailureCode.LOAN_PAYMENT_UNKNOWN)));
        requireThatPayment(told, paid);
        disbursements.returned(incoming, told, clock.instant());
        if (told.amount().fen() < paid.stillOut()) {
            LOG.error("ALARM loans: only a part of payment {} came back; two people must settle what becomes of it / 放款仅部分退回，须由两人处理", told.instructionNo());
            return Outcome.accepted(answer(told, LoanWords.of(stored.loan()).id()));
        }
        Step step = movements.move(stored, new ChangeMoney(MoneyTrack.RETURNED, told.returnNo()), incoming.id());
        return Movements.outcome(step, answer(told, LoanWords.of(step.loan()).id())).with(new Consequence.Returned(incoming.partner(), told));
    }

    private static void requireThatPayment(DisbursementReturned told, DisbursementStore.Paid paid) {
        List<Problem> problems = new ArrayList<>();
        if (!told.loanAccountNo().equals(paid.accountNo())) {
            problems.add(Problem.at("loanAccountNo", FailureCode.FIELDS_DISAGREE, "instructionNo"));
        }
        if (!told.originalHostSerial().equals(paid.hostSerial())) {
            problems.add(Problem.at("originalHostSerial", FailureCode.FIELDS_DISAGREE, "instructionNo"));
        }
        if (told.amount().fen() > paid.stillOut()) {
            problems.add(Problem.at("amount", FailureCode.AMOUNT_OUT_OF_RANGE, "0.01", paid.amount().toString()));
        }
        if (told.returnedOn().isBefore(paid.disbursedOn())) {
            problems.add(Problem.at("returnedOn", FailureCode.FIELDS_DISAGREE, "instructionNo"));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static Content.Group answer(DisbursementReturned told, String state) {
        return new DisbursementReturned.Answer(told.returnNo(), told.instructionNo(), state).content();
    }

    /** The ledger agreed before. A loan older than the gateway has no track here. */
    Outcome settled(Incoming incoming) {
        Settlement told = (Settlement) incoming.message();
        Optional<StoredLoan> here = Optional.ofNullable(told.applicationNo())
                .flatMap(no -> loans.acceptanceNo(incoming.partner(), no))
                .flatMap(loans::unlessErased);
        return Outcome.accepted(Content.group().put("receiptNo", "JQ-" + told.settlementNo()).put("receivedAt", incoming.receivedAt()).build())
                .with(here.map(stored -> Movements.consequences(settled(stored, told, incoming))).orElse(List.of()));
    }

    private Step settled(StoredLoan stored, Settlement told, Incoming incoming) {
        StoredLoan repaying = stored;
        if (stored.loan().money() == MoneyTrack.DISBURSED) {
            movements.move(stored, new ChangeMoney(MoneyTrack.REPAYING, told.settlementNo()), incoming.id());
            repaying = loans.get(Objects.requireNonNull(stored.loan().acceptanceNo()));
        }
        return movements.move(repaying, new ChangeMoney(MoneyTrack.SETTLED, told.settlementNo()), incoming.id());
    }
}
