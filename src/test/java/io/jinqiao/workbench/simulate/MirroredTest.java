package io.jinqiao.workbench.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.adapter.Sealing;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.codec.WireCall;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.adapter.samples.SampleRegistry;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.OpinionRevoked;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.certs.DevelopmentCertificates;
import io.jinqiao.workbench.development.Catalogues;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder nobody wrote an implementation for is played by the engine in reverse, and that is said. */
class MirroredTest {
    @TempDir
    Path home;

    @Test
    void playsAnUnknownFolderInReverseAndSaysSo() throws Exception {
        copy("icbc", "fifth");
        Files.createDirectories(home.resolve("certs-dev"));
        Files.writeString(home.resolve("certs-dev/certs.yaml"), Files.readString(Path.of("certs-dev/certs.yaml")).replace("icbc", "fifth"));
        DevelopmentCertificates certificates = DevelopmentCertificates.ensure(home.resolve("certs-dev"));
        try (SimulatedPartner bank = new Simulators(home, certificates).bank("fifth", 0, line -> { }).start();
                SigningRoom centre = SigningRoom.open(certificates.settings("centre"), Clock.systemUTC(), new AcceptsDevelopmentCertificates() {})) {
            assertThat(bank.build()).isEqualTo(Build.MIRRORED);
            assertThat(bank.build().words()).contains("in reverse");
            OpinionRevoked revoked = new OpinionRevoked("SP1-1", "HF1", "审批依据有误", Instant.parse("2026-11-28T01:00:00Z"));

            assertThat(say("fifth", bank, centre, revoked)).isInstanceOf(Reply.Accepted.class);
            assertThat(bank.received(Operation.OPINION_REVOKED, OpinionRevoked.class)).containsExactly(revoked);
            bank.behave(Operation.OPINION_REVOKED, Behaviour.REFUSE);
            assertThat(say("fifth", bank, centre, revoked)).isInstanceOf(Reply.Rejected.class);
            bank.behave(Operation.OPINION_REVOKED, Behaviour.HALF);
            assertThatThrownBy(() -> say("fifth", bank, centre, revoked)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void opensAndSealsDigitalEnvelopesInReverseToo() throws Exception {
        new io.jinqiao.workbench.Commands().run("new-partner", "sixth", "--like", "psbc", "--home", home.toString());
        DevelopmentCertificates certificates = DevelopmentCertificates.ensure(home.resolve("certs-dev"));
        try (SimulatedPartner bank = new Simulators(home, certificates).bank("sixth", 0, line -> { }).start();
                SigningRoom centre = SigningRoom.open(certificates.settings("centre"), Clock.systemUTC(), new AcceptsDevelopmentCertificates() {})) {
            OpinionRevoked revoked = new OpinionRevoked("SP1-1", "HF1", "审批依据有误", Instant.parse("2026-11-28T01:00:00Z"));
            assertThat(bank.build()).isEqualTo(Build.MIRRORED);
            assertThat(say("sixth", bank, centre, revoked)).isInstanceOf(Reply.Accepted.class);
            assertThat(bank.received(Operation.OPINION_REVOKED, OpinionRevoked.class)).containsExactly(revoked);
            bank.behave(Operation.OPINION_REVOKED, Behaviour.REFUSE);
            assertThat(say("sixth", bank, centre, revoked)).isInstanceOf(Reply.Rejected.class);
        }
    }

    @Test
    void answersAsTheStubOfARegistryThatSpeaksSoapSays() throws Exception {
        copy("registry-xml", "county");
        Files.createDirectories(home.resolve("certs-dev"));
        Files.writeString(home.resolve("certs-dev/certs.yaml"), Files.readString(Path.of("certs-dev/certs.yaml")).replace("registry-xml", "county"));
        DevelopmentCertificates certificates = DevelopmentCertificates.ensure(home.resolve("certs-dev"));
        try (SimulatedPartner registry = new Simulators(home, certificates).bank("county", 0, line -> { }).start();
                SigningRoom centre = SigningRoom.open(certificates.settings("centre"), Clock.systemUTC(), new AcceptsDevelopmentCertificates() {})) {
            RegistrationApplication application = SampleRegistry.mortgage();
            Reply.Accepted reply = (Reply.Accepted) say("county", registry, centre, application, "/services/registration");
            assertThat(registry.build()).isEqualTo(Build.MIRRORED);
            assertThat(RegistrationApplication.Answer.of(reply.content()).registryNo()).isEqualTo("SL" + application.caseNo());
            assertThat(registry.received(Operation.REGISTRATION_APPLICATION, RegistrationApplication.class)).containsExactly(application);
        }
    }

    @Test
    void itsBookIsClosedWithIt() throws Exception {
        for (String like : new String[] {"icbc", "abc"}) {
            String partner = "like-" + like;
            new io.jinqiao.workbench.Commands().run("new-partner", partner, "--like", like, "--home", home.toString());
            SimulatedPartner bank = new Simulators(home, DevelopmentCertificates.ensure(home.resolve("certs-dev"))).bank(partner, 0, line -> { }).start();
            bank.close();
            assertThatThrownBy(() -> bank.ledger().write("took", "x", "1", "k", "")).as(like).hasCauseInstanceOf(java.nio.channels.ClosedChannelException.class);
        }
    }

    @Test
    void namesTheIdentitiesNobodyDescribed() throws Exception {
        copy("icbc", "seventh");
        DevelopmentCertificates certificates = io.jinqiao.support.TestIdentities.made();
        assertThatThrownBy(() -> new Simulators(home, certificates).bank("seventh", 0, line -> { }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("certs-dev/certs.yaml has no identities [seventh-rsa-sign, seventh-sm2-sign, seventh-sm2-sign-next, seventh-tls-client, seventh-tls-server]");
        assertThatThrownBy(() -> new Simulators(home, certificates).centre("seventh", 0, line -> { }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shipped");
    }

    private Reply say(String partner, SimulatedPartner bank, SigningRoom centre, OpinionRevoked message) throws Exception {
        return say(partner, bank, centre, message, "");
    }

    /** @param base path of the service, where the address of the folder has one */
    private Reply say(String partner, SimulatedPartner bank, SigningRoom centre, CanonicalMessage message, String base) throws Exception {
        Dialect dialect = Catalogues.dialect(home, partner, Map.of());
        Sealing sealing = new Sealing(centre.keys(), centre.certificates(), centre.trust());
        MessageId id = new MessageId("MIRROR" + System.nanoTime());
        Unsigned unsigned = sealing.request(dialect, dialect.request(message, id, Instant.now()));
        Profile profile = dialect.descriptor().signing().named(unsigned.signType());
        WireCall call = dialect.finishRequest(unsigned, centre.signing().sign(profile.profile(), profile.ourKey(), unsigned.signingInput()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + bank.port() + base + call.path()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::header);
        HttpResponse<byte[]> answer = HttpClient.newBuilder()
                .sslContext(centre.keys().tls("centre-tls-client").context())
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return dialect.decodeReply(message.operation(), id, sealing.open(dialect, dialect.openReply(answer.statusCode(), Map.of(), answer.body())));
    }

    private void copy(String from, String to) throws IOException {
        Path source = Path.of("adapters", from);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).filter(f -> !f.toString().contains("samples")).toList()) {
                Path target = home.resolve("adapters").resolve(to).resolve(source.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(file).replace(from, to));
            }
        }
    }
}
