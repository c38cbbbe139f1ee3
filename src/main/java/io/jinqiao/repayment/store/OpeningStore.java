package io.jinqiao.repayment.store;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Fields;
import io.jinqiao.message.PartnerId;
import io.jinqiao.repayment.OpenLoan;
import io.jinqiao.repayment.ProposeOpening;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals to open loans, and what another person answered. */
@Repository
public class OpeningStore {
    private final JdbcClient jdbc;

    public OpeningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who proposed it */
    public record Proposed(List<OpenLoan> loans, String by, boolean answered) {}

    public long insert(ProposeOpening proposal, Instant at) {
        Content.Group loans = Content.group().rows("loans", proposal.loans().stream().map(OpenLoan::content).toList()).build();
        return jdbc.sql("INSERT INTO repayment_opening (bank, accounts, loans, amount_fen, balance_fen, reason, proposed_by, proposed_at)"
                        + " VALUES (?, ?::jsonb, ?, ?, ?, ?, ?, ?) RETURNING number")
                .params(proposal.bank().value(), CanonicalJson.write(loans), proposal.loans().size(), sum(proposal, true), sum(proposal, false))
                .params(proposal.reason(), proposal.by(), FileStore.time(at))
                .query(Long.class)
                .single();
    }

    private static long sum(ProposeOpening proposal, boolean amount) {
        return proposal.loans().stream().mapToLong(loan -> (amount ? loan.amount() : loan.balance()).fen()).sum();
    }

    public Optional<Proposed> find(long number) {
        return jdbc.sql("SELECT o.*, a.number IS NOT NULL AS answered FROM repayment_opening o LEFT JOIN repayment_opening_answer a ON a.number = o.number"
                        + " WHERE o.number = ?")
                .param(number)
                .query((row, i) -> new Proposed(
                        loans(new PartnerId(row.getString("bank")), row.getString("accounts")), row.getString("proposed_by"), row.getBoolean("answered")))
                .optional();
    }

    private static List<OpenLoan> loans(PartnerId bank, String json) {
        Fields f = Fields.of(CanonicalJson.read(json));
        List<OpenLoan> loans = f.rows("loans", 1, ProposeOpening.MOST, row -> OpenLoan.read(bank, row));
        f.refuseProblems();
        return loans;
    }

    /** @return false when somebody answered before */
    public boolean answer(long number, boolean confirmed, String by, Instant at) {
        return jdbc.sql("INSERT INTO repayment_opening_answer (number, confirmed, answered_by, answered_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(number, confirmed, by, FileStore.time(at))
                        .update()
                == 1;
    }
}
