package io.jinqiao.repayment.desk;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Settlement;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.store.EndingStore;
import io.jinqiao.repayment.store.EndingStore.Owed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** How the ledger of a loan ends: paid back, or its payment came back. */
@Component
class Endings {
    private final EndingStore store;
    private final Clock clock;

    Endings(EndingStore store, @Qualifier("businessClock") Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void returned(Consequence.Returned told) {
        store.returned(told.bank(), told.returned());
    }

    /** The day's file may come after the message: then what is owed must be just what the last payment pays. */
    Incoming settled(Incoming incoming) {
        Settlement told = (Settlement) incoming.message();
        Owed owed = store.owed(incoming.partner(), told.loanAccountNo(), told.accountingDate(), clock.instant())
                .orElseThrow(() -> new Refusal(Problem.at("loanAccountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN)));
        List<Problem> problems = problems(told, owed, WorkingCalendar.today(clock));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        if (!store.settled(incoming, told, owed.account(), clock.instant())) {
            throw new Refusal(Problem.at("loanAccountNo", FailureCode.ALREADY_ANSWERED));
        }
        return incoming;
    }

    private static List<Problem> problems(Settlement told, Owed owed, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        if (owed.contractNo() != null && !owed.contractNo().equals(told.contractNo())) {
            problems.add(Problem.at("contractNo", FailureCode.FIELDS_DISAGREE, "loanAccountNo"));
        }
        if (!told.principalRepaid().equals(owed.amount())) {
            problems.add(Problem.at("principalRepaid", FailureCode.FIELDS_DISAGREE, owed.amount().toString()));
        }
        long last = told.last().principal().fen() + told.last().overduePrincipal().fen();
        if (owed.balance().fen() > 0 && owed.balance().fen() != last) {
            problems.add(Problem.at("last.principal", FailureCode.FIELDS_DISAGREE, owed.balance().toString()));
        }
        if (owed.balance().fen() == 0 && owed.overdue() > 0) {
            problems.add(Problem.at("last", FailureCode.FIELDS_DISAGREE, "" + owed.overdue()));
        }
        if (told.accountingDate().isAfter(today) || told.settledOn().isAfter(told.accountingDate())) {
            problems.add(Problem.at("settledOn", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, "1990-01-01", today.toString()));
        }
        Settlement.Proof proof = told.proof();
        if (proof != null && !digest(proof).equals(proof.digest().hex())) {
            problems.add(Problem.at("proof.digest", FailureCode.FIELDS_DISAGREE, "proof.document"));
        }
        return problems;
    }

    private static String digest(Settlement.Proof proof) {
        try {
            return Digest.of(Base64.getDecoder().decode(proof.document())).hex();
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
