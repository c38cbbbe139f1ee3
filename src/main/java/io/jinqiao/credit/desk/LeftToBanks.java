package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.ListLine;
import io.jinqiao.credit.ledger.Identifiers;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.ListStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Loans their banks report: what the Center would be told of them is kept, to be held against the banks' lists. */
final class LeftToBanks {
    private final Reports house;
    private final YearMonth month;
    private final Identifiers identifiers;
    private final List<ListStore.Line> waiting = new ArrayList<>();
    private long count;

    LeftToBanks(Reports house, YearMonth month) {
        this.house = house;
        this.month = month;
        this.identifiers = house.identifiers().all();
    }

    /** @param record 210 of the month's end */
    void add(String account, CreditRecord record) {
        ReportingRules.Loan loan = house.whose().apply(identifiers.made(account));
        waiting.add(new ListStore.Line(loan.bank().bank(), ListLine.of(loan.loanAccountNo(), record)));
        count++;
    }

    void write() {
        house.lists().ours(month, waiting);
        waiting.clear();
    }

    long count() {
        return count;
    }
}
