package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** One operation each way over a real channel, in a gateway of its own; the command tries all of them, for every bank. */
class ChannelConformanceTest {
    private static final Set<Operation> SOME = EnumSet.of(Operation.CONTRACT_SIGNED, Operation.OPINION_REVOKED);

    @TempDir
    private Path home;

    @Test
    void aBankBehindALengthHeaderConformsAlsoWithHostileBytesOnTheLine() {
        Conformance conformance = Conformance.of(new Sources(home, getClass().getClassLoader()), "abc", result -> {});
        conformance.channel(SOME::contains);
        List<Result> results = conformance.results();
        assertThat(results.stream().filter(Result::failed).map(ChannelConformanceTest::words)).isEmpty();
        assertThat(results.stream().filter(Result::passed).map(result -> result.trial().name().replaceFirst(".*\\.", "")))
                .contains("packets-split", "packets-merged", "length-one-more", "length-one-less", "length-huge", "truncated-on-the-line", "entity-bomb")
                .contains("nested-deeply", "member-twice", "charset-declared-otherwise", "signed-over-other-bytes", "half", "twice");
    }

    @Test
    void aRegistryOfSessionsIsAskedForACertificateItHandedOut() {
        Conformance conformance = Conformance.of(new Sources(home, getClass().getClassLoader()), "registry", result -> {});
        conformance.channel(EnumSet.of(Operation.REGISTRATION_CERTIFICATE_ENQUIRY, Operation.REGISTRATION_ENQUIRY, Operation.REGISTRATION_STATUS)::contains);
        List<Result> results = conformance.results();
        assertThat(results.stream().filter(Result::failed).map(ChannelConformanceTest::words)).isEmpty();
        assertThat(results.stream().filter(Result::passed).map(result -> result.trial().name()))
                .contains("registration-certificate-enquiry.channel.centre.good.ok", "registration-certificate-enquiry.channel.centre.hostile.twice")
                .contains("registration-enquiry.channel.centre.good.ok", "registration-status.channel.partner.good.taken");
    }

    @Test
    void aRegistryThatSpeaksSoapConformsBothWays() {
        Conformance conformance = Conformance.of(new Sources(home, getClass().getClassLoader()), "registry-xml", result -> {});
        conformance.channel();
        List<Result> results = conformance.results();
        assertThat(results.stream().filter(Result::failed).map(ChannelConformanceTest::words)).isEmpty();
        assertThat(results.stream().filter(Result::passed).map(result -> result.trial().name()))
                .contains("registration-entry.channel.partner.hostile.entity-bomb", "registration-entry.channel.partner.hostile.signed-over-other-bytes")
                .contains("registration-application.channel.centre.good.ok", "registration-application.channel.centre.hostile.half")
                .hasSizeGreaterThan(25);
    }

    /** The gateway signs envelopes by one implementation, the simulated registry judges and signs them by another. */
    @Test
    void aRegistryThatAsksForSignedEnvelopesConformsBothWays() throws IOException {
        Path own = home.resolve("adapters/registry-xml");
        FileSystemUtils.copyRecursively(Path.of("adapters/registry-xml"), own);
        Path adapter = own.resolve("adapter.yaml");
        Files.writeString(adapter, Files.readString(adapter)
                .replace("repeat-answer: same-bytes", "repeat-answer: rewrapped")
                .replace("    action: urn:jinqiao:registration:submit", "    action: urn:jinqiao:registration:submit\n"
                        + "    security: {our-key: centre-rsa-sign, their-certificates: [registry-xml-rsa-sign], lifetime: 5m}"));
        Conformance conformance = Conformance.of(new Sources(home, getClass().getClassLoader()), "registry-xml", result -> {});
        conformance.channel();
        List<Result> results = conformance.results();
        assertThat(results.stream().filter(Result::failed).map(ChannelConformanceTest::words)).isEmpty();
        assertThat(results.stream().filter(Result::passed).map(result -> result.trial().name()))
                .contains("registration-entry.channel.partner.good.taken", "registration-entry.channel.partner.good.same-bytes")
                .contains("registration-application.channel.centre.good.ok", "registration-application.channel.centre.hostile.bad-signature")
                .hasSizeGreaterThan(25);
    }

    private static String words(Result result) {
        Finding finding = ((Outcome.Failed) result.outcome()).finding();
        return result.trial().name() + ": expected " + finding.expected() + ", found " + finding.found();
    }
}
