package io.jinqiao.evidence.pack;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.EvidencePacks.EvidencePack;
import io.jinqiao.evidence.EvidenceVerifier.PackTrust;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.JournalFixture;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.store.ContentDirectory;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.PartnerId;
import io.jinqiao.signing.SigningProfile;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.certs.TimeStampAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal with real signatures, real certificates and real time-stamps. */
final class PackFixture implements AutoCloseable {
    static final PartnerId BANK = new PartnerId("icbc");
    static final SigningProfile SM2 = SigningProfile.sm2(SigningProfile.Form.RAW, SigningProfile.Text.BASE64);
    static final SigningProfile RSA = SigningProfile.rsa(SigningProfile.Text.BASE64);

    final HikariDataSource database = TestDatabase.migrated();
    final SigningRoom centre = TestIdentities.room("centre");
    final SigningRoom bank = TestIdentities.room("icbc");
    final TimeStampAuthority authority = TimeStampAuthority.start(TestIdentities.made(), Clock.systemUTC(), 0);
    final JournalFixture node;
    private final Path home;

    PackFixture(Path home) {
        this.home = home;
        this.node = new JournalFixture(
                database,
                home,
                new ContentDirectory(home.resolve("content")),
                centre.timeStamps(authority.url()),
                centre.material(),
                new StatementPen(centre.signing(), centre.keys(), List.of("centre-sm2-sign", "centre-rsa-sign")));
    }

    /** What a bank sent, checked as the gateway checks it. */
    JournalEntry received(String body, String subject, SigningProfile profile, String bankKey) {
        byte[] input = ("/partners/icbc/apply?biz_content=" + body).getBytes(StandardCharsets.UTF_8);
        return received(body, subject, profile, bankKey, input, bank.signing().sign(profile, bankKey, input));
    }

    JournalEntry received(
            String body, String subject, SigningProfile profile, String bankKey, byte[] input, String signature) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Verdict verdict = centre.signing().verify(profile, List.of(bankKey), input, signature, at);
        String codes = verdict.problem() == null ? null : verdict.problem().code().code();
        return entry(JournalEntry.Kind.RECEIVED, at, body, subject, verdict.word(), codes, input, signature, profile.theirWords(),
                certificate(verdict, bankKey), verdict.revocation(), null);
    }

    /** Of a signature that does not verify the signer cannot be told; the partner's pinned certificate is what it was checked with. */
    private byte[] certificate(Verdict verdict, String bankKey) {
        return verdict.certificate() != null ? verdict.certificate() : der(centre.certificates().get(bankKey));
    }

    JournalEntry answer(RecordId to, String body, String subject, SigningProfile profile, String ourKey) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        byte[] input = body.getBytes(StandardCharsets.UTF_8);
        return entry(JournalEntry.Kind.ANSWERED, at, body, subject, "accepted", null, input,
                centre.signing().sign(profile, ourKey, input), profile.ourWords(),
                der(centre.keys().get(ourKey).certificate()), null, to);
    }

    private static JournalEntry entry(JournalEntry.Kind kind, Instant at, String body, String subject, String verdict,
            @Nullable String codes, byte[] input, String signature, String profile, byte @Nullable [] certificate,
            @Nullable String revocation, @Nullable RecordId answers) {
        return new JournalEntry(at, kind, BANK, "loan-application", new MessageId("20261123000000000017"), subject,
                body.getBytes(StandardCharsets.UTF_8), verdict, codes, input, signature, profile, certificate, revocation, answers,
                "trace-1", Map.of("verify", 210L));
    }

    void linkAndSeal() {
        node.watch.keepHouse();
        node.watch.link();
        if (node.sealer.seal() == 0) {
            throw new IllegalStateException("nothing was sealed");
        }
    }

    Path write(EvidencePack pack) throws IOException {
        Path file = home.resolve(pack.fileName());
        try (OutputStream out = Files.newOutputStream(file)) {
            pack.writeTo(out);
        }
        return file;
    }

    /** What an auditor brings along. */
    PackTrust trust() {
        return new PackTrust(centre.material().anchors(), List.of(), true);
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        authority.close();
        bank.close();
        centre.close();
        database.close();
    }
}
