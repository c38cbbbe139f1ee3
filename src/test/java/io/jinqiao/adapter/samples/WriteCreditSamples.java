package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.CreditEnquiry;
import io.jinqiao.message.CreditEnquiry.Outcome;
import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Identity;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.samples.SampleWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the samples of the credit reference system. No test: run by hand after a deliberate change of the tables, then read the difference:
 * {@code mvn test -Dtest=WriteCreditSamples -Djinqiao.write-samples=true}.
 */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WriteCreditSamples {
    private static final String CENTER = "credit-reference";
    /** Compressed by another program: {@code <Document><PRH/></Document>}. */
    private static final String REPORT = "H4sIAAAAAAACA7NxyU8uzU3NK7GzCQjy0Lez0YcLAADl1o7ZGwAAAA==";

    private final SampleWriter samples = ShippedSamples.writer(CENTER, "xml");
    private int number;

    @Test
    void writesEverySample() {
        exchange("found", enquiry("张三"), accepted(Outcome.FOUND, REPORT));
        exchange("no-record", enquiry("欧阳𠮷·阿依古丽"), accepted(Outcome.NO_RECORD, null));
        exchange("in-process", enquiry("张三"), new Reply.Unknown(Reply.Cause.IN_PROCESS, "", ShippedInstants.IN_TEN_MINUTES));
        exchange("refused", enquiry("张三"), new Reply.Rejected(List.of(Problem.of(FailureCode.FIELD_MISSING))));
        assertThat(Path.of("adapters", CENTER, "samples")).isNotEmptyDirectory();
    }

    private void exchange(String name, CreditEnquiry enquiry, Reply reply) {
        samples.exchange(number, "credit-enquiry." + name, enquiry, reply);
    }

    private CreditEnquiry enquiry(String name) {
        return new CreditEnquiry(
                String.format("20261123%08d", ++number), name, new Identity(Identity.Type.RESIDENT_ID, "110101199003070038"), Reason.LOAN_APPROVAL, "zhou.min");
    }

    private static Reply accepted(Outcome outcome, @Nullable String report) {
        return new Reply.Accepted(new CreditEnquiry.Answer(outcome, report).content());
    }
}
