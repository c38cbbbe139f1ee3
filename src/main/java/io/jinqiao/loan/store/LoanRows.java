package io.jinqiao.loan.store;

import io.jinqiao.loan.model.Approval;
import io.jinqiao.loan.model.ContractTrack;
import io.jinqiao.loan.model.DecisionTrack;
import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.model.MoneyTrack;
import io.jinqiao.loan.model.Pause;
import io.jinqiao.loan.model.Reviews;
import io.jinqiao.loan.model.Scans;
import io.jinqiao.loan.model.SecurityPiece;
import io.jinqiao.loan.model.SecurityTrack;
import io.jinqiao.loan.model.SignedContract;
import io.jinqiao.loan.rules.Schemes;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a row to a loan. */
final class LoanRows {
    private final Schemes schemes;
    private final Concealed concealed;

    LoanRows(Schemes schemes, Concealed concealed) {
        this.schemes = schemes;
        this.concealed = concealed;
    }

    /** @throws io.jinqiao.message.Refusal {@code PERSONAL_DATA_ERASED} */
    StoredLoan read(ResultSet row) throws SQLException {
        LoanApplication application = concealed.application(row.getBytes("application"));
        Loan loan = new Loan(
                row.getString("acceptance_no"),
                new PartnerId(row.getString("bank")),
                application,
                schemes.named(row.getString("scheme")),
                Words.parse(row.getString("decision"), DecisionTrack.class),
                pause(row),
                new Reviews(
                        row.getString("initial_reviewer"),
                        row.getString("second_reviewer"),
                        row.getBoolean("recommended"),
                        Set.copyOf(texts(row, "reviewed_by")),
                        Set.copyOf(texts(row, "review_callers"))),
                row.getInt("opinions"),
                approval(row),
                Words.parse(row.getString("contract"), ContractTrack.class),
                signed(row),
                Words.parse(row.getString("security"), SecurityTrack.class),
                pieces(row),
                Words.parse(row.getString("money"), MoneyTrack.class),
                row.getString("money_proposed_by"),
                new Scans(texts(row, "missing"), Set.copyOf(texts(row, "here"))));
        return new StoredLoan(loan, row.getInt("version"));
    }

    private @Nullable Pause pause(ResultSet row) throws SQLException {
        String reason = row.getString("pause");
        return reason == null
                ? null
                : new Pause(
                        Words.parse(reason, Pause.Reason.class),
                        date(row, "paused_on"),
                        concealed.words(row.getBytes("pause_words")),
                        row.getString("return_no"),
                        date(row, "return_due"));
    }

    private @Nullable Approval approval(ResultSet row) throws SQLException {
        String opinionNo = row.getString("opinion_no");
        return opinionNo == null
                ? null
                : new Approval(
                        opinionNo,
                        row.getInt("opinions"),
                        new Money(row.getLong("approved_fen")),
                        row.getInt("approved_months"),
                        row.getBigDecimal("annual_rate"),
                        row.getString("rate_version"),
                        date(row, "rate_from"),
                        concealed.lines(row.getBytes("conditions")),
                        date(row, "decided_on"),
                        date(row, "valid_to"),
                        row.getString("approved_by"));
    }

    private static @Nullable SignedContract signed(ResultSet row) throws SQLException {
        String contractNo = row.getString("contract_no");
        return contractNo == null
                ? null
                : new SignedContract(contractNo, date(row, "contract_signed_on"), row.getString("contract_opinion_no"), new Money(row.getLong("contract_fen")));
    }

    private static Set<SecurityPiece> pieces(ResultSet row) throws SQLException {
        return texts(row, "pieces").stream()
                .map(piece -> Words.parse(piece, SecurityPiece.class))
                .collect(Collectors.toSet());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return row.getArray(column) == null
                ? List.of()
                : Stream.of((String[]) row.getArray(column).getArray()).toList();
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
