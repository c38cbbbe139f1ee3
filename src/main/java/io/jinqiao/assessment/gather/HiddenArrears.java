package io.jinqiao.assessment.gather;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instalments that count as late although the ledger owes nothing of them: never told while a later one is, or paid by somebody else than the borrower. */
@Component
class HiddenArrears {
    private final JdbcClient jdbc;
    private final WorkingCalendar calendar;

    HiddenArrears(JdbcClient jdbc, WorkingCalendar calendar) {
        this.jdbc = jdbc;
        this.calendar = calendar;
    }

    /** One instalment. @param paidFor somebody else paid it; else nothing was told of it @param since first day on which it is hidden @param from first on which it counts as late @param until day after the last */
    record Hidden(String accountNo, LocalDate dueOn, boolean paidFor, LocalDate since, LocalDate from, LocalDate until, @Nullable String message) {
        private boolean on(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }

        /** Whether nothing is told of it on a day. */
        boolean untoldOn(LocalDate day) {
            return !paidFor && !day.isBefore(since) && day.isBefore(until);
        }
    }

    /** Those of a loan that count on a day. */
    static int count(List<Hidden> all, boolean paidFor, LocalDate day) {
        return (int) all.stream().filter(one -> one.paidFor() == paidFor && one.on(day)).count();
    }

    /** Of a bank by loan. @param silentDays after a due day of which nothing was told */
    Map<String, List<Hidden>> of(PartnerId bank, Days days, int silentDays) {
        Map<String, List<Hidden>> loans = new HashMap<>();
        for (String view : new String[] {"repayment_fact_untold", "repayment_fact_paid_for"}) {
            boolean paidFor = view.endsWith("paid_for");
            jdbc.sql("SELECT * FROM " + view + " WHERE partner = ? AND from_on <= ? AND until > ? ORDER BY account_no, due_on")
                    .params(bank.value(), days.last(), days.first())
                    .query((row, i) -> hidden(row, paidFor, silentDays))
                    .list()
                    .forEach(one -> loans.computeIfAbsent(one.accountNo(), account -> new ArrayList<>()).add(one));
        }
        return loans;
    }

    private Hidden hidden(ResultSet row, boolean paidFor, int silentDays) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        LocalDate since = row.getObject("from_on", LocalDate.class);
        LocalDate late = paidFor ? calendar.workedOnOrAfter(due).plusDays(1) : due.plusDays(silentDays);
        return new Hidden(
                row.getString("account_no"), due, paidFor, since, since.isBefore(late) ? late : since, row.getObject("until", LocalDate.class), row.getString("message_id"));
    }
}
