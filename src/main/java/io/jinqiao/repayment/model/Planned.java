package io.jinqiao.repayment.model;

import java.time.LocalDate;

/**
 * One instalment as the contract plans it, in fen.
 *
 * @param number from 1 (DQQC)
 * @param balance principal still owed after it
 */
public record Planned(int number, LocalDate dueOn, long principal, long interest, long balance) {
    public long total() {
        return principal + interest;
    }
}
