package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Fact;
import io.jinqiao.message.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What is counted, and the facts it adds up to, in the order of a row's amounts. */
public enum Measure {
    /** Fen times days of the three balances: how much was owed, and how much of it one or two, and three or more instalments late; loans; those late and compared. */
    LOAN(Fact.BALANCE, Fact.BALANCE_LATE_1_TO_2, Fact.PRINCIPAL_LATE_3_PLUS, Fact.LOANS_REPAYING, Fact.LATE_LOANS_COMPARED),
    /** A vintage and risk group of the bank's loans: fen times days as risky as those of the other banks, and thousandths of loans expected to be late. */
    EXPECTED(Fact.BALANCE_BY_RISK, Fact.LATE_LOANS_EXPECTED),
    CURE(Fact.LOANS_LATE_ONE, Fact.LOANS_CURED_NEXT_MONTH),
    CONTACT(Fact.CONTACTS_DUE, Fact.CONTACTS_ON_TIME),
    REVIEW(Fact.REVIEWS, Fact.REVIEWS_ON_TIME),
    DISBURSEMENT(Fact.DISBURSEMENTS, Fact.DISBURSEMENTS_ON_TIME),
    MORTGAGE(Fact.MORTGAGE_RESULTS, Fact.MORTGAGE_RESULTS_ON_TIME),
    APPLICATION(Fact.CASES, Fact.CASES_NOT_RETURNED),
    RECONCILIATION(Fact.RECONCILIATION_ITEMS, Fact.RECONCILIATION_ITEMS_MATCHED),
    REPLY(Fact.REPLIES_DUE, Fact.REPLIES_ON_TIME),
    FILE(Fact.FILES_DUE, Fact.FILES_ON_TIME),
    /** Excluded where nobody could say. */
    CHECK(Fact.APPLICANT_CHECKS, Fact.APPLICANT_CHECKS_ELIGIBLE),
    RECEIPT(Fact.INTEREST_RECEIVED, Fact.PENALTY_RECEIVED),
    AUDIT(Fact.CASES_AUDITED, Fact.ERRORS_GRADE_1, Fact.ERRORS_GRADE_2, Fact.ERRORS_GRADE_3),
    RED_LINE(Fact.RED_LINE_EVENTS),
    SURVEY(Fact.SURVEY_ANSWERS, Fact.SURVEY_POINTS),
    COMPLAINT(Fact.COMPLAINTS_UPHELD);

    private static final Set<Fact> AVERAGED = Set.of(Fact.BALANCE, Fact.BALANCE_LATE_1_TO_2, Fact.PRINCIPAL_LATE_3_PLUS, Fact.BALANCE_BY_RISK);

    private final List<Fact> facts;

    Measure(Fact... facts) {
        this.facts = List.of(facts);
    }

    public List<Fact> facts() {
        return facts;
    }

    /** Whether only people can tell: then nothing entered means that nothing is known. */
    public boolean entered() {
        return this == AUDIT || this == RED_LINE || this == SURVEY || this == COMPLAINT;
    }

    /** What the sum of a fact's amounts is divided by at the end: days of a balance, thousandths of what was expected. */
    static int divisor(Fact fact, Days days) {
        return AVERAGED.contains(fact) ? days.count() : fact == Fact.LATE_LOANS_EXPECTED ? 1000 : 1;
    }

    public static Measure of(Fact fact) {
        return Arrays.stream(values()).filter(measure -> measure.facts.contains(fact)).findFirst().orElseThrow();
    }

    public String word() {
        return Words.of(this);
    }
}
