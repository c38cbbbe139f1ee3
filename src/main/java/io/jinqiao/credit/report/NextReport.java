package io.jinqiao.credit.report;

import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.record.CreditRecord;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Which record of an account is due at the end of a month, by what the Center has of it. */
public final class NextReport {
    /** An account is reported as new for fewer days than this after it was opened (BLE008), as closed likewise (BLE010). */
    static final int NEW_DAYS = 30;

    private final AccountRecords records;

    public NextReport(AccountRecords records) {
        this.records = records;
    }

    /**
     * @param reported the day it is reported for: the month's last
     * @param newContract a mortgage contract of it was not told yet
     * @return nothing when the Center wants nothing more of the account
     */
    public Optional<CreditRecord> at(AccountHistory history, AccountFacts account, MonthFacts month, LocalDate reported, boolean newContract) {
        if (history.closed() || history.transferred()) {
            return Optional.empty();
        }
        if (!history.known()) {
            return Optional.of(records.first(account, month, first(account, month, reported), reported));
        }
        String event = month.closedOn() == null ? "30" : "32";
        return Optional.of(newContract ? records.monthlyWithContracts(account, month, event, reported) : records.monthly(account, month, event, reported));
    }

    /** Opened and closed before anything was told: the closing record tells it all. */
    private static String first(AccountFacts account, MonthFacts month, LocalDate reported) {
        if (month.closedOn() != null) {
            return "32";
        }
        return ChronoUnit.DAYS.between(account.opened(), reported) < NEW_DAYS ? "10" : "31";
    }
}
