package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.samples.SampleWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the samples of the national message form. No test: run by hand after a deliberate change of the tables, then read the difference:
 * {@code mvn test -Dtest=WriteNationalSamples -Djinqiao.write-samples=true}.
 */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WriteNationalSamples {
    private static final String REGISTRY = "registry-xml";
    private static final Reply RECEIPT = new Reply.Accepted(Content.Group.EMPTY);

    private final SampleWriter samples = ShippedSamples.writer(REGISTRY, "xml");
    private int number;

    @Test
    void writesEverySample() {
        applications();
        entries();
        faults();
        assertThat(Path.of("adapters", REGISTRY, "samples")).isNotEmptyDirectory();
    }

    private void exchange(String name, CanonicalMessage message, Reply reply) {
        samples.exchange(++number, name, message, reply);
    }

    private void applications() {
        for (Map.Entry<String, RegistrationApplication> one : Map.of(
                        "mortgage", SampleRegistry.mortgage(),
                        "double-pre-notice", SampleRegistry.doublePreNotice(),
                        "conversion", SampleRegistry.conversion(),
                        "cancellation", SampleRegistry.cancellation())
                .entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            exchange("registration-application." + one.getKey(), one.getValue(), new Reply.Accepted(SampleRegistry.receipt(one.getValue()).content()));
        }
        exchange("registration-application.serial-used", SampleRegistry.mortgage(), rejected(Problem.at("caseNo", FailureCode.KEY_CONFLICT)));
        exchange("registration-application.in-process", SampleRegistry.mortgage(), new Reply.Unknown(Reply.Cause.IN_PROCESS, "", ShippedInstants.IN_FOUR_HOURS));
    }

    private void entries() {
        entry("mortgage", SampleRegistry.entered(), RECEIPT);
        entry("pre-notices", SampleRegistry.preNoticesEntered(), RECEIPT);
        entry("cancelled", SampleRegistry.cancelled(), RECEIPT);
        entry("unknown-case", SampleRegistry.entered(), rejected(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
    }

    private void entry(String name, RegistrationEntry entry, Reply reply) {
        exchange("registration-entry." + name, entry, reply);
    }

    private void faults() {
        Map<String, String> many = new LinkedHashMap<>();
        many.put(" BDBZZQSE=\"60.0000\"", " BDBZZQSE=\"600000.00001\"");
        many.put(" BDCDYH=\"" + SampleRegistry.HOME + "\"", " BDCDYH=\"14-2-1802\"");
        many.put(" BDCDJZMH=\"" + SampleRegistry.PROOF + "\"", " BDCDJZMH=\"/\"");
        many.put(" QLLX=\"37\"", " QLLX=\"77\"");
        samples.faulty(++number, "registration-entry.many-faults", SampleRegistry.entered(), many);
        samples.faulty(++number, "registration-entry.another-register-type", SampleRegistry.entered(), Map.of("<RegType>100</RegType>", "<RegType>400</RegType>"));
    }

    private static Reply rejected(Problem... problems) {
        return new Reply.Rejected(List.of(problems));
    }
}
