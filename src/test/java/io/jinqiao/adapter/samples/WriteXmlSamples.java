package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.LoanApplication;
import io.jinqiao.workbench.samples.SampleWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same for the partners that write XML: {@code mvn test -Dtest=WriteXmlSamples -Djinqiao.write-samples=true}. */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WriteXmlSamples {

    @ParameterizedTest
    @EnumSource(XmlSpelling.class)
    void writesEverySample(XmlSpelling spelling) {
        SampleWriter samples = ShippedSamples.writer(spelling.partner, spelling.form);
        BankExchanges.with(spelling.partner).forEach(e -> samples.exchange(e.number(), e.name(), e.message(), e.reply()));
        faults(samples, spelling);
        assertThat(Path.of("adapters", spelling.partner, "samples")).isNotEmptyDirectory();
    }

    private static void faults(SampleWriter samples, XmlSpelling spelling) {
        LoanApplication home = SamplePeople.existingHome();
        Map<String, String> many = new LinkedHashMap<>();
        many.put(spelling.element("app_no", home.applicationNo()), "");
        many.put(spelling.element("branch_code", "0160300042"), spelling.element("branch_code", "0".repeat(21)));
        many.put(spelling.element("loan_type", "01"), spelling.element("loan_type", "07"));
        many.put(SamplePeople.BORROWER, SamplePeople.BORROWER.substring(0, 17) + (SamplePeople.BORROWER.endsWith("0") ? "1" : "0"));
        many.put(spelling.element("unit_no", "990101001001GB00012F00020301"), spelling.element("unit_no", "990101001001GB00012"));
        many.put(spelling.element("months", "240"), spelling.element("months", "240.0"));
        many.put(spelling.element("mortgage_flag", spelling.yes), spelling.element("mortgage_flag", "J") + spelling.element("colour", "red"));
        samples.faulty(7, "loan-application.many-faults", home, many);
        Map<String, String> amounts = new LinkedHashMap<>();
        amounts.put(spelling.element("price", "1200000.00"), spelling.element("price", "1200000.005"));
        amounts.put(spelling.element("down_payment", "600000.00"), spelling.element("down_payment", "-600000.00"));
        amounts.put(spelling.element("amount", "600000.00"), spelling.element("amount", "0.00"));
        amounts.put(spelling.element("month_income", "18500.00"), spelling.element("month_income", "1000000000000000"));
        samples.faulty(8, "loan-application.impossible-amounts", home, amounts);
    }

    /** How a partner spells the names that the samples spoil on the wire. */
    enum XmlSpelling {
        /** {@code <AppNo>1</AppNo>} */
        CAMEL("abc", "frame", "1"),
        /** {@code <APP_NO>1</APP_NO>} */
        UPPER("ccb", "body", "Y");

        final String partner;
        final String form;
        final String yes;

        XmlSpelling(String partner, String form, String yes) {
            this.partner = partner;
            this.form = form;
            this.yes = yes;
        }

        String element(String words, String value) {
            StringBuilder name = new StringBuilder();
            for (String word : words.split("_")) {
                name.append(word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)).append(word.substring(1));
            }
            String spelt = this == UPPER ? words.toUpperCase(java.util.Locale.ROOT) : name.toString();
            return "<" + spelt + ">" + value + "</" + spelt + ">";
        }
    }
}
