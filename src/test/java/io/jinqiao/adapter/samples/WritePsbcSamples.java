package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.LoanApplication;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the samples of {@code psbc}: what every bank says, and the faults in this bank's own spelling. No test: run by hand after a
 * deliberate change of the tables, then read the difference: {@code mvn test -Dtest=WritePsbcSamples -Djinqiao.write-samples=true}.
 */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WritePsbcSamples {
    private final SampleWriter samples = new SampleWriter(Path.of("."), "psbc", "json");

    @Test
    void writesEverySample() {
        BankExchanges.with("psbc").forEach(e -> samples.exchange(e.number(), e.name(), e.message(), e.reply()));
        faults();
        assertThat(Path.of("adapters/psbc/samples")).isNotEmptyDirectory();
    }

    private void faults() {
        LoanApplication home = SamplePeople.existingHome();
        Map<String, String> many = new LinkedHashMap<>();
        many.put("\"appNo\":\"" + home.applicationNo() + "\",", "");
        many.put("\"branchCode\":\"0160300042\"", "\"branchCode\":\"" + "0".repeat(21) + "\"");
        many.put("\"loanType\":\"01\"", "\"loanType\":\"07\"");
        many.put(SamplePeople.BORROWER, SamplePeople.BORROWER.substring(0, 17) + (SamplePeople.BORROWER.endsWith("0") ? "1" : "0"));
        many.put("\"unitNo\":\"990101001001GB00012F00020301\"", "\"unitNo\":\"990101001001GB00012\"");
        many.put("\"months\":240", "\"months\":\"240\"");
        many.put("\"mortgageFlag\":\"1\"", "\"mortgageFlag\":\"Y\",\"colour\":\"red\"");
        samples.faulty(7, "loan-application.many-faults", home, many);
        Map<String, String> amounts = new LinkedHashMap<>();
        amounts.put("\"price\":\"1200000.00\"", "\"price\":\"1200000.005\"");
        amounts.put("\"downPayment\":\"600000.00\"", "\"downPayment\":\"-600000.00\"");
        amounts.put("\"amount\":\"600000.00\"", "\"amount\":\"0.00\"");
        amounts.put("\"monthIncome\":\"18500.00\"", "\"monthIncome\":\"1000000000000000\"");
        samples.faulty(8, "loan-application.impossible-amounts", home, amounts);
    }
}
