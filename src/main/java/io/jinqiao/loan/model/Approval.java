package io.jinqiao.loan.model;

import io.jinqiao.message.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What was approved, and the opinion that says so.
 *
 * @param version counts from 1 for each application
 * @param annualRate percent a year
 * @param rateVersion version of the rate table
 * @param rateFrom first day of the rate
 * @param validTo last day on which a contract may be signed on it
 */
public record Approval(
        String opinionNo,
        int version,
        Money amount,
        int months,
        BigDecimal annualRate,
        String rateVersion,
        LocalDate rateFrom,
        List<String> conditions,
        LocalDate decidedOn,
        LocalDate validTo,
        String approvedBy) {
    public Approval {
        conditions = List.copyOf(conditions);
    }
}
