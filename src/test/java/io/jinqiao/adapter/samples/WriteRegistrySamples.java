package io.jinqiao.adapter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.message.SessionOpening;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.workbench.samples.SampleWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the registry's samples. No test: run by hand after a deliberate change of the tables, then read the difference:
 * {@code mvn test -Dtest=WriteRegistrySamples -Djinqiao.write-samples=true}.
 */
@EnabledIfSystemProperty(named = "jinqiao.write-samples", matches = "true")
class WriteRegistrySamples {
    private static final String REGISTRY = "registry";
    private static final Reply RECEIPT = accepted(
            Content.group().put("receiptNo", "RH202611230000000001").put("receivedAt", Instant.parse("2026-11-23T01:30:00Z")).build());
    private static final SessionOpening.Answer SESSION = new SessionOpening.Answer("c2FtcGxlLXRva2VuLW9mLW5vLXNlc3Npb24", Instant.parse("2026-11-23T01:51:00Z"));

    private final SampleWriter samples = ShippedSamples.writer(REGISTRY, "json");
    private int number;

    @Test
    void writesEverySample() {
        sessions();
        checks();
        applications();
        progress();
        results();
        enquiries();
        faults();
        materials();
        certificates();
        assertThat(Path.of("adapters", REGISTRY, "samples")).isNotEmptyDirectory();
    }

    private void exchange(String name, io.jinqiao.message.CanonicalMessage message, Reply reply) {
        samples.exchange(++number, name, message, reply);
    }

    private void sessions() {
        exchange("session-opening.asked-by-the-centre", new SessionOpening("GJJ-CENTRE"), accepted(SESSION.content()));
        exchange("session-opening.asked", new SessionOpening("BDC-XUGOU"), accepted(SESSION.content()));
    }

    private void checks() {
        exchange("property-check.clean", SampleRegistry.checkOfATitle(), accepted(SampleRegistry.clean().content()));
        exchange("property-check.seizure-in-process", SampleRegistry.checkOfUnits(), accepted(SampleRegistry.notClean().content()));
        exchange("property-check.nothing-found", SampleRegistry.checkOfATitle(), rejected(Problem.of(FailureCode.CASE_UNKNOWN)));
        exchange("property-check.session-over", SampleRegistry.checkOfATitle(), rejected(Problem.of(FailureCode.SESSION_EXPIRED)));
    }

    private void applications() {
        for (var one : List.of(
                Map.entry("mortgage", SampleRegistry.mortgage()),
                Map.entry("double-pre-notice", SampleRegistry.doublePreNotice()),
                Map.entry("conversion", SampleRegistry.conversion()),
                Map.entry("cancellation", SampleRegistry.cancellation()))) {
            exchange("registration-application." + one.getKey(), one.getValue(), accepted(SampleRegistry.receipt(one.getValue()).content()));
        }
        exchange("registration-application.serial-used", SampleRegistry.mortgage(), rejected(Problem.at("caseNo", FailureCode.KEY_CONFLICT)));
        exchange("registration-application.in-process", SampleRegistry.mortgage(), new Reply.Unknown(Reply.Cause.IN_PROCESS, "", ShippedInstants.IN_FOUR_HOURS));
    }

    private void materials() {
        exchange("registration-application.change", SampleRegistry.change(), accepted(SampleRegistry.receipt(SampleRegistry.change()).content()));
        exchange("registration-material.last-part", SampleRegistry.material(), accepted(SampleRegistry.whole().content()));
        exchange("registration-material.other-digest", SampleRegistry.material(), rejected(Problem.at("digest", FailureCode.ATTACHMENT_DIGEST_WRONG)));
        exchange("registration-supplement.pages", SampleRegistry.supplement(), accepted(SampleRegistry.supplemented().content()));
        exchange("registration-supplement.unknown-case", SampleRegistry.supplement(), rejected(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
    }

    private void certificates() {
        exchange("registration-certificate-enquiry.handed-over", SampleRegistry.certificateAskedFor(), accepted(SampleRegistry.handedOver()));
        exchange("registration-certificate-enquiry.none-yet", SampleRegistry.certificateAskedFor(), rejected(Problem.at("proofNo", FailureCode.CASE_UNKNOWN)));
    }

    private void progress() {
        exchange("registration-enquiry.registered", SampleRegistry.enquiry(), accepted(SampleRegistry.registered().content()));
        exchange("registration-enquiry.to-supplement", SampleRegistry.enquiry(), accepted(SampleRegistry.stillToSupplement().content()));
        exchange("registration-enquiry.unknown-case", SampleRegistry.enquiry(), rejected(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
        exchange("registration-reconciliation.first-page", SampleRegistry.reconciliation(), accepted(SampleRegistry.moved().content()));
        exchange("registration-reconciliation.last-page", SampleRegistry.nextPage(), accepted(SampleRegistry.rest().content()));
    }

    private void results() {
        exchange("registration-status.accepted", SampleRegistry.accepted(), RECEIPT);
        exchange("registration-status.to-supplement", SampleRegistry.toSupplement(), RECEIPT);
        exchange("registration-status.deleted", SampleRegistry.deleted(), RECEIPT);
        exchange("registration-status.unknown-case", SampleRegistry.accepted(), rejected(Problem.at("caseNo", FailureCode.CASE_UNKNOWN)));
        exchange("registration-status.session-over", SampleRegistry.accepted(), rejected(Problem.of(FailureCode.SESSION_EXPIRED)));
        exchange("registration-entry.mortgage", SampleRegistry.entered(), RECEIPT);
        exchange("registration-entry.pre-notices", SampleRegistry.preNoticesEntered(), RECEIPT);
        exchange("registration-entry.cancelled", SampleRegistry.cancelled(), RECEIPT);
        exchange("registration-certificate.proof", SampleRegistry.certificate(), RECEIPT);
    }

    private void enquiries() {
        exchange("status-enquiry.accepted", new StatusEnquiry(SampleWriter.theirs(REGISTRY, 18), Operation.REGISTRATION_STATUS), RECEIPT);
        exchange("status-enquiry.never-arrived", new StatusEnquiry(SampleWriter.theirs(REGISTRY, 99), Operation.REGISTRATION_ENTRY), rejected(Problem.of(FailureCode.MESSAGE_UNKNOWN)));
        exchange("status-enquiry.asked-by-the-centre", new StatusEnquiry(SampleWriter.ours(7), Operation.REGISTRATION_APPLICATION),
                accepted(SampleRegistry.receipt(SampleRegistry.mortgage()).content()));
        exchange("status-enquiry.in-process-by-the-centre", new StatusEnquiry(SampleWriter.ours(7), Operation.REGISTRATION_APPLICATION),
                new Reply.Unknown(Reply.Cause.IN_PROCESS, "", null));
    }

    private void faults() {
        Map<String, String> many = new LinkedHashMap<>();
        many.put("\"zqse\":\"60.0000\"", "\"zqse\":\"600000.00001\"");
        many.put("\"bdcdyh\":\"" + SampleRegistry.HOME + "\"", "\"bdcdyh\":\"14-2-1802\"");
        many.put("\"bdcdjzmh\":\"" + SampleRegistry.PROOF + "\"", "\"bdcdjzmh\":\"/\"");
        many.put("\"qllx\":\"37\"", "\"qllx\":\"99\"");
        samples.faulty(++number, "registration-entry.many-faults", SampleRegistry.entered(), many);
        samples.faulty(++number, "registration-status.rejected-without-a-reason", SampleRegistry.toSupplement(), Map.of("\"spyj\":\"抵押合同缺页\",", ""));
        samples.faulty(++number, "registration-certificate.of-a-title", SampleRegistry.certificate(), Map.of("证明第", "权第"));
    }

    private static Reply accepted(Content.Group content) {
        return new Reply.Accepted(content);
    }

    private static Reply rejected(Problem... problems) {
        return new Reply.Rejected(List.of(problems));
    }
}
