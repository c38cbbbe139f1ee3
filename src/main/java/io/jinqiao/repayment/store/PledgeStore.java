package io.jinqiao.repayment.store;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import io.jinqiao.repayment.RegisterPledge;
import io.jinqiao.repayment.TellContribution;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contributions as the core system tells them, and pledges to go on with them. */
@Repository
public class PledgeStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public PledgeStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Our numbers of a bank's loans, of those that are here. */
    public Map<String, Long> accounts(PartnerId bank, List<String> accountNos) {
        Map<String, Long> found = new HashMap<>();
        jdbc.sql("SELECT account_no, id FROM repayment_account WHERE bank = :bank AND account_no IN (:numbers)")
                .param("bank", bank.value())
                .param("numbers", accountNos)
                .query(row -> {
                    found.put(row.getString(1), row.getLong(2));
                });
        return found;
    }

    public void contributions(Map<TellContribution, Long> told, String by, Instant at) {
        batches.batchUpdate(
                "INSERT INTO repayment_contribution (account, month, contributor, contributed, balance_fen, told_at, told_by) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (account, month, told_at) DO UPDATE SET contributor = excluded.contributor, contributed = excluded.contributed, balance_fen = excluded.balance_fen",
                told.entrySet().stream()
                        .map(one -> new Object[] {
                            one.getValue(), one.getKey().month().atDay(1), Words.of(one.getKey().contributor()), one.getKey().contributed(),
                            one.getKey().balance() == null ? null : one.getKey().balance().fen(), FileStore.time(at), by
                        })
                        .toList());
    }

    /** @return false when the number is taken */
    public boolean pledge(RegisterPledge pledge, long account, Instant at) {
        return jdbc.sql("INSERT INTO repayment_pledge (bank, pledge_no, account, from_month, until_month, tolerated, document, registered_by, registered_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(pledge.bank().value(), pledge.pledgeNo(), account, first(pledge.from()), first(pledge.until()), pledge.tolerated(), pledge.document())
                        .params(pledge.by(), FileStore.time(at))
                        .update()
                == 1;
    }

    private static java.time.LocalDate first(YearMonth month) {
        return month.atDay(1);
    }
}
