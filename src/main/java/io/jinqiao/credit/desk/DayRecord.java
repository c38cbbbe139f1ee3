package io.jinqiao.credit.desk;

import io.jinqiao.credit.ledger.EarlierMonths;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.report.AccountRecords;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/** What a payment brought about is told on its own, before the month's end: all arrears came in (收回逾期款项, 40), or nothing is owed any more (账户关闭, 20). */
final class DayRecord {
    private static final String MONTHLY = "210";
    private static final String CLOSED = "20";

    private final Reports house;
    private final CreditFacts facts;
    private final RecordTypes types;

    DayRecord(Reports house, CreditFacts facts, RecordTypes types) {
        this.house = house;
        this.facts = facts;
        this.types = types;
    }

    /** @return name of the file @throws Refusal when there is nothing to tell, or it cannot be told */
    String tell(String account, Reporter reporter) {
        HistoryStore.Latest told = house.histories().latest(List.of(account)).get(account);
        if (told == null) {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_ACCOUNT_UNKNOWN));
        }
        if (told.history().transferred() || house.duties().of(account).bankReports()) {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_HANDED_OVER));
        }
        requireNothingEarlier(account);
        YearMonth before = YearMonth.from(WorkingCalendar.today(house.clock())).minusMonths(1);
        CreditFacts.Payment payment = facts.latestPayment(YearMonth.from(WorkingCalendar.today(house.clock())), account);
        if (payment.standing().closedOn() != null && told.history().monthBefore(before)) {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_EARLIER_FIRST, before.toString()));
        }
        return new SingleRecords(house, reporter).one(new SingleRecords.Wanted(account, record(told, payment))).toString();
    }

    private void requireNothingEarlier(String account) {
        YearMonth today = YearMonth.from(WorkingCalendar.today(house.clock()));
        EarlierMonths.first(house.asides().earlier(List.of(account), today).getOrDefault(account, List.of()), true).ifPresent(first -> {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_EARLIER_FIRST, first.toString()));
        });
    }

    private CreditRecord record(HistoryStore.Latest told, CreditFacts.Payment payment) {
        LocalDate closedOn = payment.standing().closedOn();
        LocalDate on = Objects.requireNonNullElse(closedOn, payment.standing().lastPaid());
        AccountRecords records = new AccountRecords(types.at(MONTHLY, on));
        if (closedOn != null) {
            return records.monthly(payment.loan().account(), payment.standing(), CLOSED, on);
        }
        if (!told.adverse() || payment.standing().daysLate() > 0 || !on.isAfter(told.history().latest())) {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_NOTHING_RECOVERED, told.history().latest().toString()));
        }
        return records.recovered(payment.loan().account(), payment.standing(), payment.amount(), on);
    }
}
