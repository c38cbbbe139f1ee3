package io.jinqiao.pipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.assessment.FinishScore;
import io.jinqiao.flow.Capabilities;
import io.jinqiao.message.Digest;
import io.jinqiao.message.FeeStatement;
import io.jinqiao.message.Money;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Scorecard;
import io.jinqiao.pipe.RunningGateway.OwnBankAt;
import io.jinqiao.workbench.demo.Standings;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A score becomes final: the bank gets the fee and its sealed statement in its own form, as another implementation of that form reads it, and its receipt is kept. */
class FeeStatementTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2020, 3, 31);
    private final RunningGateway gateway = RunningGateway.get();
    private final JdbcTemplate db = gateway.room(JdbcTemplate.class);

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void theSealedStatementReachesTheBankWithTheFinalScorecardAndTheReceiptIsKept(String bank) throws Exception {
        Standings.open(gateway.context, new PartnerId(bank));
        String no = published(bank);
        try (OwnBankAt own = gateway.ownBank(bank)) {
            gateway.room(Capabilities.class).run("assessment-finish", new FinishScore(no, "bank-manager"));
            Scorecard told = await().atMost(Duration.ofMinutes(1)).until(() -> told(own.bank(), no), card -> card != null);
            assertThat(Objects.requireNonNull(told.fee()).amount()).isEqualTo(new Money(5_625_000));
            FeeStatement statement = Objects.requireNonNull(told.statement());
            assertThat(statement.statementNo()).isEqualTo(no);
            byte[] paper = Base64.getDecoder().decode(statement.document());
            assertThat(statement.digest()).isEqualTo(Digest.of(paper));
            try (PDDocument document = Loader.loadPDF(paper)) {
                assertThat(document.getSignatureDictionaries()).hasSize(1);
                assertThat(new PDFTextStripper().getText(document)).contains("委托贷款手续费结算单").contains(no).contains("56,250.00 元");
            }
            assertThat(new String(Base64.getDecoder().decode(statement.lines()), StandardCharsets.UTF_8)).contains("fee," + no + ",56250.00,50625.00");
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() ->
                    assertThat(db.queryForObject("SELECT answer || ' ' || (message_id IS NOT NULL) FROM assessment_fact_scorecard WHERE period_no = ? AND state = 'final'", String.class, no)).isEqualTo("accepted true"));
        } finally {
            forget(no);
        }
    }

    private static Scorecard told(SimulatedPartner bank, String no) {
        return bank.received(Operation.SCORECARD, Scorecard.class).stream().filter(card -> card.scorecardNo().equals(no + "-F")).findFirst().orElse(null);
    }

    /** A period whose days to object are over, with the worked check's score and interest. */
    private String published(String bank) {
        String no = bank + "-20200101-20200331";
        db.update("INSERT INTO assessment_period (period_no, bank, first_day, last_day, scheme, scheme_from, scheme_text, fee_percent, penalty_counts, held_back_percent, state, frozen_at, frozen_by,"
                + " objections_until, published_by) VALUES (?, ?, ?, ?, 'default', '2026-01-01', 'x', 5, false, 10, 'provisional', now(), 'bank-manager', '2020-04-20', 'bank-manager')", no, bank, FIRST, LAST);
        db.update("INSERT INTO assessment_score (period_no, version, at, why, graded_weight, total, grade, reason, coefficient, proposes, veto_unknown)"
                + " VALUES (?, 1, now(), 'frozen', 100, 80.86, 'B', 'points', 0.9, 'none', false)", no);
        db.update("INSERT INTO assessment_sum (period_no, version, fact, amount) VALUES (?, 1, 'interest_received', 125000000)", no);
        db.update("INSERT INTO assessment_indicator (period_no, version, place, indicator, zh, en, block, unit, measures, state, of, per, sample, least, value, best, worst, weight, points, missing)"
                + " VALUES (?, 1, 0, 'O1', '三期以上逾期率', 'late', 'overdue', '‰', '{loan}', 'graded', 1, 10, 412, 100, 0.1, 0, 0.5, 15, 12, '{}')", no);
        return no;
    }

    /** As if nothing had been: other tests look at the bank's latest period. */
    private void forget(String no) {
        db.update("DELETE FROM assessment_statement_line WHERE statement_no = ?", no);
        for (String table : new String[] {"assessment_statement", "assessment_fee", "assessment_scorecard", "assessment_indicator", "assessment_sum", "assessment_score", "assessment_period"}) {
            db.update("DELETE FROM " + table + " WHERE " + (table.equals("assessment_statement") ? "statement_no" : "period_no") + " = ?", no);
        }
    }
}
