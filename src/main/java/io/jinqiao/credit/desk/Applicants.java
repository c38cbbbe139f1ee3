package io.jinqiao.credit.desk;

import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Refusal;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who answers for a loan, by their part in it, and where the loan stands: facts of the room that owns it. */
final class Applicants {
    private static final Set<String> PAID_OUT = Set.of("paid", "repaying", "overdue");
    private static final Set<String> OVER = Set.of("rejected", "expired", "withdrawn", "settled", "released", "written-off");

    private final JdbcClient jdbc;
    private final PersonalData data;

    Applicants(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** @param word where the loan stands @param people by part in the loan */
    record Of(LoanApplication application, String word, Map<String, Party> people) {
        boolean disbursed() {
            return PAID_OUT.contains(word);
        }

        boolean over() {
            return OVER.contains(word);
        }
    }

    /** @throws Refusal when there is no such application, or it was erased */
    Of of(PartnerId bank, String applicationNo) {
        return jdbc.sql("SELECT a.application, l.word FROM loan_fact_application a JOIN loan_fact_loan l USING (partner, application_no) WHERE a.partner = ? AND a.application_no = ?")
                .params(bank.value(), applicationNo)
                .query((row, i) -> read(data.requireText(row.getBytes(1)), row.getString(2)))
                .optional()
                .orElseThrow(() -> new Refusal(FailureCode.LOAN_UNKNOWN));
    }

    private static Of read(String json, String word) {
        LoanApplication application = (LoanApplication) Operation.LOAN_APPLICATION.read(CanonicalJson.read(json));
        return new Of(application, word, application.people());
    }
}
