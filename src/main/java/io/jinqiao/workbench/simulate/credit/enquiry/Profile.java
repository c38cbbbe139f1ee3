package io.jinqiao.workbench.simulate.credit.enquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented lives, as a report tells them. */
public enum Profile {
    /** No record: AAA001. */
    NOBODY,
    /** A bank's housing loan, always on time. */
    CLEAN,
    /** Two months behind on a housing loan. */
    OVERDUE,
    /** Nothing overdue now; six overdue months in two years, one of them the third in a row. */
    OFTEN_OVERDUE,
    /** Participates in a fund and paid a fund loan off. */
    PARTICIPANT,
    /** Two housing loans, one from a fund. */
    TWO_HOMES;

    /**
     * @param institution type of the lender; 11 a commercial bank, 52 a fund centre
     * @param kind 11 commercial housing loan, 13 fund housing loan
     * @param statuses of the last months, the newest last
     * @param closed day it was closed; null while open
     */
    record Loan(String number, String institution, String kind, String opened, String due, long amount, long balance, long instalment, long overdue, String statuses, @Nullable String closed) {
        int overduePeriods() {
            char last = statuses.charAt(statuses.length() - 1);
            return Character.isDigit(last) ? last - '0' : 0;
        }
    }

    List<Loan> loans() {
        Loan bank = new Loan("1", "11", "11", "2021-05-20", "2051-05-20", 1_200_000, 1_083_512, 5_730, 0, "NNNNNNNNNNNNNNNNNNNNNNNN", null);
        Loan fund = new Loan("2", "52", "13", "2016-09-01", "2036-09-01", 400_000, 228_040, 2_177, 0, "NNNNNNNNNNNNNNNNNNNNNNNN", null);
        return switch (this) {
            case NOBODY -> List.of();
            case CLEAN -> List.of(bank);
            case OVERDUE -> List.of(new Loan("1", "11", "11", "2021-05-20", "2051-05-20", 1_200_000, 1_090_044, 5_730, 11_460, "NNNNNNNNNNNNNNNNNNNNNN12", null));
            case OFTEN_OVERDUE -> List.of(new Loan("1", "11", "11", "2019-03-08", "2049-03-08", 900_000, 790_120, 4_298, 0, "NN1NNNNN123NNNN1NN1NNNNN", null));
            case PARTICIPANT -> List.of(new Loan("1", "52", "13", "2012-06-15", "2026-06-15", 300_000, 0, 0, 0, "NNNNNNNNNNNNNNNNNNNNNNNC", "2026-06-15"));
            case TWO_HOMES -> List.of(bank, fund);
        };
    }

    boolean participates() {
        return this == PARTICIPANT || this == TWO_HOMES;
    }
}
