package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.LoanApplication;
import io.jinqiao.workbench.samples.SampleWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Makes the samples of the partners that write JSON: what every bank says, and the faults in each bank's own spelling. No test: run by hand
 * after a deliberate change of the tables, then read the difference: {@code mvn test -Dtest=WriteJsonSamples -Djinqiao.write-samples=true}.
 */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WriteJsonSamples {
    enum Spelling {
        ICBC("icbc") {
            @Override
            String spelled(String name) {
                return name;
            }
        },
        PSBC("psbc") {
            @Override
            String spelled(String name) {
                return Pattern.compile("_(.)").matcher(name).replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
            }
        };

        final String partner;

        Spelling(String partner) {
            this.partner = partner;
        }

        /** @param name of a member, its words joined by low lines */
        abstract String spelled(String name);

        /** The member's name as it stands in the text, with its colon. */
        String member(String name) {
            return '"' + spelled(name) + "\":";
        }
    }

    @ParameterizedTest
    @EnumSource
    void writesEverySample(Spelling bank) {
        SampleWriter samples = ShippedSamples.writer(bank.partner, "json");
        BankExchanges.with(bank.partner).forEach(e -> samples.exchange(e.number(), e.name(), e.message(), e.reply()));
        faults(samples, bank);
        assertThat(Path.of("adapters", bank.partner, "samples")).isNotEmptyDirectory();
    }

    private static void faults(SampleWriter samples, Spelling bank) {
        LoanApplication home = SamplePeople.existingHome();
        Map<String, String> many = new LinkedHashMap<>();
        many.put(bank.member("app_no") + "\"" + home.applicationNo() + "\",", "");
        many.put(bank.member("branch_code") + "\"0160300042\"", bank.member("branch_code") + "\"" + "0".repeat(21) + "\"");
        many.put(bank.member("loan_type") + "\"01\"", bank.member("loan_type") + "\"07\"");
        many.put(SamplePeople.BORROWER, SamplePeople.BORROWER.substring(0, 17) + (SamplePeople.BORROWER.endsWith("0") ? "1" : "0"));
        many.put(bank.member("unit_no") + "\"990101001001GB00012F00020301\"", bank.member("unit_no") + "\"990101001001GB00012\"");
        many.put("\"months\":240", "\"months\":\"240\"");
        many.put(bank.member("mortgage_flag") + "\"1\"", bank.member("mortgage_flag") + "\"Y\",\"colour\":\"red\"");
        samples.faulty(7, "loan-application.many-faults", home, many);
        Map<String, String> amounts = new LinkedHashMap<>();
        amounts.put("\"price\":\"1200000.00\"", "\"price\":\"1200000.005\"");
        amounts.put(bank.member("down_payment") + "\"600000.00\"", bank.member("down_payment") + "\"-600000.00\"");
        amounts.put("\"amount\":\"600000.00\"", "\"amount\":\"0.00\"");
        amounts.put(bank.member("month_income") + "\"18500.00\"", bank.member("month_income") + "\"1000000000000000\"");
        samples.faulty(8, "loan-application.impossible-amounts", home, amounts);
    }
}
