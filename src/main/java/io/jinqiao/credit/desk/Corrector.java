package io.jinqiao.credit.desk;

import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.notice.AdverseGate;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.AccountRecords;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.report.Standing;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A month that was told otherwise than the facts are now is told again, as the correction of its segment (212, segment H). The duties hold as for every record. */
final class Corrector {
    private static final String CORRECTION = "212";
    private static final String MONTHLY = "210";
    private static final TransactionDefinition APART = new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    private final Reports house;
    private final CreditFacts facts;
    private final RecordTypes types;
    private final TransactionTemplate apart;

    Corrector(Reports house, CreditFacts facts, RecordTypes types) {
        this.house = house;
        this.facts = facts;
        this.types = types;
        this.apart = new TransactionTemplate(Objects.requireNonNull(house.transaction().getTransactionManager()), APART);
    }

    /** What is known of the loan now. */
    private record Now(LoanFacts loan, MonthFacts month) {}

    /** @return name of the file @throws Refusal with why it cannot be corrected */
    String correct(String account, YearMonth month, Reporter reporter) {
        AccountHistory history = house.histories().whole(account);
        LocalDate told = history.month(month).map(Accepted::reported).orElseThrow(() -> new Refusal(Problem.at("month", FailureCode.CREDIT_MONTH_NOT_TOLD, month.toString())));
        if (history.transferred() || house.duties().of(account).bankReports()) {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_HANDED_OVER));
        }
        Now now = now(account, month);
        CreditRecord record = record(account, now, told);
        requireTold(now, record);
        return new SingleRecords(house, reporter).one(new SingleRecords.Wanted(account, record)).toString();
    }

    private Now now(String account, YearMonth month) {
        List<Now> found = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        facts.one(month, account, new CreditFacts.Sink() {
            @Override
            public void accept(LoanFacts loan, MonthFacts standing) {
                found.add(new Now(loan, standing));
            }

            @Override
            public void unknown(String number, String what) {
                unknown.add(what);
            }
        });
        if (found.isEmpty()) {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_FACTS_MISSING, unknown.isEmpty() ? "loan" : unknown.get(0)));
        }
        return found.get(0);
    }

    private CreditRecord record(String account, Now now, LocalDate told) {
        Map<String, String> month = new AccountRecords(types.at(MONTHLY, told)).monthly(now.loan().account(), now.month(), "30", told).items("H");
        return CreditRecord.of(types.at(CORRECTION, told))
                .segment("BS", Map.of("InfRecType", CORRECTION, "ModRecCode", account, "RptDate", told.toString(), "AcctType", "D1", "MdfcSgmtCode", "H"))
                .segment("H", month)
                .build();
    }

    /** A correction that tells something adverse for the first time waits like any other record that does. Whom it waits for stays written though it is refused. */
    private void requireTold(Now now, CreditRecord record) {
        if (Standing.adverse(record)) {
            AccountFacts account = now.loan().account();
            List<AdverseGate.Hold> holds = Objects.requireNonNull(apart.execute(
                    status -> house.notices().holds(account, now.month(), house.duties().of(account.account()), WorkingCalendar.today(house.clock()), house.clock().instant())));
            if (!holds.isEmpty()) {
                throw new Refusal(holds.stream().map(hold -> Problem.at("account", FailureCode.CREDIT_NOTICE_FIRST, hold.person())).toList());
            }
        }
    }
}
