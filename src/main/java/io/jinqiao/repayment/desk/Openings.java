package io.jinqiao.repayment.desk;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.DisbursementInstruction;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.ProposeOpening;
import io.jinqiao.repayment.model.Terms;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.AccountStore;
import io.jinqiao.repayment.store.OpeningStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Which loans are told of: those paid out through the gateway, and older ones that two people opened. */
@Component
class Openings {
    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);
    private static final int LONGEST_REASON = 500;

    private final OpeningStore openings;
    private final AccountStore accounts;
    private final Agreements agreements;
    private final Clock clock;

    Openings(OpeningStore openings, AccountStore accounts, Agreements agreements, @Qualifier("businessClock") Clock clock) {
        this.openings = openings;
        this.accounts = accounts;
        this.agreements = agreements;
        this.clock = clock;
    }

    void open(OpenLoan loan, String by) {
        requirePossible(List.of(loan));
        if (!accounts.again(loan)) {
            accounts.open(List.of(loan), by, null, clock.instant());
        }
    }

    void disbursed(Consequence.Disbursed told) {
        DisbursementInstruction instruction = told.instruction();
        DisbursementInstruction.Answer answer = told.answer();
        Agreement.Terms terms = agreements.with(told.bank()).terms();
        if (terms == null) {
            LOG.error("ALARM repayments: {} paid out {}, but no terms are agreed in rules/repayment.yaml; two people must open it / 已放款，但未约定罚息与调息条款，须由两人开户", told.bank(), told.applicationNo());
            return;
        }
        open(
                new OpenLoan(
                        told.bank(), answer.loanAccountNo(), instruction.contractNo(), told.applicationNo(), instruction.amount(), instruction.months(),
                        instruction.annualRate(), instruction.method(), answer.disbursedOn(), answer.firstDueOn(), terms.repricing(), terms.penalty(), instruction.amount(),
                        answer.disbursedOn()),
                "gateway");
    }

    long propose(ProposeOpening proposal) {
        if (proposal.reason().isBlank() || proposal.reason().length() > LONGEST_REASON) {
            throw new Refusal(Problem.at("reason", FailureCode.FIELD_MISSING));
        }
        requirePossible(proposal.loans());
        return openings.insert(proposal, clock.instant());
    }

    void answer(long number, boolean confirmed, String by) {
        OpeningStore.Proposed proposed = openings.find(number).orElseThrow(() -> new Refusal(FailureCode.REPAYMENT_OPENING_UNKNOWN));
        if (PersonName.same(proposed.by(), by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (!openings.answer(number, confirmed, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        if (confirmed && accounts.open(proposed.loans(), proposed.by(), by, clock.instant()) != proposed.loans().size()) {
            throw new Refusal(FailureCode.REPAYMENT_ACCOUNT_OPEN);
        }
    }

    private void requirePossible(List<OpenLoan> loans) {
        LocalDate today = WorkingCalendar.today(clock);
        List<Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < loans.size(); i++) {
            tell(loans.get(i), "loans[" + i + "].", today, problems);
            if (!seen.add(loans.get(i).accountNo())) {
                problems.add(Problem.at("loans[" + i + "].accountNo", FailureCode.REPAYMENT_ACCOUNT_OPEN));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static void tell(OpenLoan loan, String at, LocalDate today, List<Problem> problems) {
        try {
            new Terms(loan.amount(), loan.months(), loan.rate(), loan.method(), loan.disbursedOn(), loan.firstDue(), loan.repricing());
        } catch (IllegalArgumentException impossible) {
            problems.add(Problem.at(at + "months", FailureCode.FIELDS_DISAGREE, "amount, method, disbursedOn, firstDue"));
        }
        if (loan.balance().compareTo(loan.amount()) > 0) {
            problems.add(Problem.at(at + "balance", FailureCode.AMOUNT_OUT_OF_RANGE, "0", loan.amount().toString()));
        }
        if (loan.balanceOn().isBefore(loan.disbursedOn()) || loan.balanceOn().isAfter(today)) {
            problems.add(Problem.at(at + "balanceOn", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, loan.disbursedOn().toString(), today.toString()));
        }
    }
}
