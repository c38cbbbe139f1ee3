package io.jinqiao.repayment.collection;

import io.jinqiao.message.Money;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of a loan at the end of a day.
 *
 * @param day latest accounting date the bank told of
 * @param overdue instalments
 * @param oldestDue null: none is overdue
 * @param owed of overdue instalments
 * @param matured day of the last instalment
 * @param paidInPromise what was paid from the day after a promise to its last day; zero without a promise
 * @param owedAtPromise what was overdue at the end of its last day; null while the ledger does not reach it
 * @param sources who paid what was overdue since the case was opened
 * @param lastPaidOn day of the last payment of what was late
 */
public record LedgerSays(
        LocalDate day,
        int overdue,
        @Nullable LocalDate oldestDue,
        Money owed,
        Money balance,
        LocalDate matured,
        Money paidInPromise,
        @Nullable Money owedAtPromise,
        Set<String> sources,
        @Nullable LocalDate lastPaidOn) {}
