package io.jinqiao.credit.desk;

import io.jinqiao.credit.ledger.Acceptance;
import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.ledger.Corrections;
import io.jinqiao.credit.ledger.Deletions;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.report.Standing;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** What is told of an account between two months' runs: what the ledger asks before it leaves, and remembers of it. */
enum Between {
    RECOVERED("210", Acceptance::of, (record, today) -> Accepted.of(record)),
    CORRECTED("212", Corrections::of, (record, today) -> Accepted.beside(record)),
    HANDED_OVER("215", Between::handingOver, (record, today) -> Accepted.beside(record)),
    MONTHS_DELETED("213", Deletions::ofMonths, Between::changed),
    ACCOUNT_DELETED("214", (history, record) -> Deletions.ofAccount(history), Between::changed),
    /** Asked for by its own identifier, of which there is no account: whether the contract is there is asked before. */
    CONTRACT_DELETED("514", (history, record) -> List.of(), Between::changed),
    /** Asked for by two identifiers, one of which is another's business: {@link ChangeDesk} looks before. */
    ACCOUNT_RENAMED("211", (history, record) -> List.of(), Between::changed),
    CONTRACT_RENAMED("511", (history, record) -> List.of(), Between::changed);

    private static final Set<Between> CHANGES = EnumSet.range(MONTHS_DELETED, CONTRACT_RENAMED);

    private final String number;
    private final BiFunction<AccountHistory, CreditRecord, List<Finding>> judge;
    private final BiFunction<CreditRecord, LocalDate, Accepted> told;

    Between(String number, BiFunction<AccountHistory, CreditRecord, List<Finding>> judge, BiFunction<CreditRecord, LocalDate, Accepted> told) {
        this.number = number;
        this.judge = judge;
        this.told = told;
    }

    /** @throws IllegalArgumentException for a type of record that is not told by itself */
    static Between of(CreditRecord record) {
        String number = record.type().number();
        return Arrays.stream(values()).filter(one -> one.number.equals(number)).findFirst().orElseThrow(() -> new IllegalArgumentException("record " + number));
    }

    /** @param record found sound by itself @return every rule by which the Center would refuse it */
    List<Finding> judge(AccountHistory history, CreditRecord record) {
        return judge.apply(history, record);
    }

    Accepted told(CreditRecord record, LocalDate today) {
        return told.apply(record, today);
    }

    /** Whether the Center takes nothing more of the account after it. */
    boolean last(CreditRecord record) {
        return this == HANDED_OVER || Standing.CLOSED.equals(record.value("AcctStatus"));
    }

    boolean adverse(CreditRecord record) {
        return !CHANGES.contains(this) && Standing.adverse(record);
    }

    private static List<Finding> handingOver(AccountHistory history, CreditRecord record) {
        return Acceptance.ofHandingOver(history, YearMonth.parse(Objects.requireNonNull(record.value("Month"))), LocalDate.parse(Objects.requireNonNull(record.value("RptDate"))));
    }

    /** What changes the Center's own has no day of report: it goes by the day it is made. */
    private static Accepted changed(CreditRecord record, LocalDate today) {
        return new Accepted(today, record.type().number(), null, null, false, Set.of());
    }
}
