package io.jinqiao.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jinqiao.evidence.EvidenceVerifier;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.PackReason;
import io.jinqiao.evidence.PackVerdict;
import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.proof.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A whole record leaves a pack, and manifest and cover are made to fit: the list the centre signed remembers it. */
@TestInstance(Lifecycle.PER_CLASS)
class StatementTest {
    private static final String LOAN = "JQ-2026-000021";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TempDir
    private static Path home;

    private PackFixture fixture;
    private Path loan;

    @BeforeAll
    void exchangeMessages() throws IOException {
        fixture = new PackFixture(home);
        RecordId first = fixture.node.journal.append(fixture.received("{\"a\":1}", LOAN, PackFixture.SM2, "icbc-sm2-sign"));
        fixture.node.journal.append(fixture.answer(first, "{\"ok\":1}", LOAN, PackFixture.SM2, "centre-sm2-sign"));
        fixture.node.journal.append(fixture.received("{\"b\":2}", LOAN, PackFixture.SM2, "icbc-sm2-sign"));
        fixture.linkAndSeal();
        loan = fixture.write(fixture.node.packs.forLoan(PackFixture.BANK, LOAN));
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void holdsForAPackAsItWasMade() throws IOException {
        assertThat(step(loan).reason()).isEqualTo(PackReason.HOLDS);
        assertThat(EvidenceVerifier.verify(loan, fixture.trust()).exitCode()).isZero();
    }

    @Test
    void isSignedWithTheKeyTheAnswersWereSignedWith() throws IOException {
        RecordId first = fixture.node.journal.append(fixture.received("{\"r\":1}", "JQ-RSA", PackFixture.RSA, "icbc-rsa-sign"));
        fixture.node.journal.append(fixture.answer(first, "{\"ok\":1}", "JQ-RSA", PackFixture.RSA, "centre-rsa-sign"));
        Path pack = fixture.write(fixture.node.packs.forLoan(PackFixture.BANK, "JQ-RSA"));
        assertThat(step(pack).reason()).isEqualTo(PackReason.HOLDS);
        assertThat(new String(PackTest.read(pack).get(PackLayout.STATEMENT), StandardCharsets.UTF_8)).contains("profile=rsa-sha256");
    }

    @Test
    void refusesAPackFromWhichARecordWasTaken() throws IOException {
        Path shortened = rewrite(withoutLastRecord(PackTest.read(loan)));
        PackVerdict verdict = EvidenceVerifier.verify(shortened, fixture.trust());
        assertThat(step(shortened).reason()).isEqualTo(PackReason.RECORDS_DIFFER);
        assertThat(verdict.steps().stream().filter(s -> s.check() != Check.STATEMENT))
                .as("nothing else would have noticed")
                .noneMatch(s -> s.outcome() == PackVerdict.Outcome.REFUSED);
        assertThat(verdict.exitCode()).isEqualTo(1);
    }

    @Test
    void saysNotCheckedWhenTheListIsGoneWithTheRecord() throws IOException {
        Map<String, byte[]> files = PackTest.read(loan);
        files.keySet().removeIf(name -> name.startsWith("statement/"));
        Path silent = rewrite(withoutLastRecord(files));
        assertThat(step(silent).reason()).isEqualTo(PackReason.STATEMENT_ABSENT);
        assertThat(EvidenceVerifier.verify(silent, fixture.trust()).exitCode()).isEqualTo(2);
    }

    @Test
    void refusesAListThatWasWrittenAnewUnderTheOldSignature() throws IOException {
        Map<String, byte[]> files = withoutLastRecord(PackTest.read(loan));
        List<String> lines = new String(files.get(PackLayout.STATEMENT), StandardCharsets.UTF_8).lines().toList();
        files.put(PackLayout.STATEMENT, (String.join("\n", lines.subList(0, lines.size() - 1)) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(step(rewrite(files)).reason()).isEqualTo(PackReason.SIGNATURE_INVALID);
    }

    @Test
    void believesNobodyElseThatARecordNeverWas() throws IOException {
        Map<String, byte[]> files = withoutLastRecord(PackTest.read(loan));
        Statement old = Statement.read(files.get(PackLayout.STATEMENT));
        byte[] certificate = PackFixture.der(fixture.bank.keys().get("icbc-sm2-sign").certificate());
        byte[] text = new Statement(
                        old.about(), old.id(), old.created(), PackFixture.SM2.ourWords(), Sha256.hex(Sha256.of(certificate)),
                        old.records().subList(0, old.records().size() - 1))
                .text();
        String signature = fixture.bank.signing().sign(PackFixture.SM2, "icbc-sm2-sign", text);
        files.put(PackLayout.STATEMENT, text);
        files.put(PackLayout.STATEMENT_SIGNATURE, signature.getBytes(StandardCharsets.US_ASCII));
        files.put(PackLayout.STATEMENT_SIGNATURE_BIN, SignatureBytes.forOpenssl(PackFixture.SM2, signature).orElseThrow());
        Path forged = rewrite(files);
        assertThat(step(forged).reason()).isEqualTo(PackReason.STATEMENT_SIGNER);
        assertThat(EvidenceVerifier.verify(forged, fixture.trust()).exitCode()).isNotZero();
    }

    @Test
    void itsSignersCertificateMustBeThereUnderItsOwnDigest() throws IOException {
        Statement stated = Statement.read(PackTest.read(loan).get(PackLayout.STATEMENT));
        String place = PackLayout.certificate(stated.certificate());
        Map<String, byte[]> gone = PackTest.read(loan);
        gone.remove(place);
        assertThat(step(rewrite(gone)).reason()).isEqualTo(PackReason.CERTIFICATE_MISSING);

        Map<String, byte[]> another = PackTest.read(loan);
        another.put(place, Pem.certificate(PackFixture.der(fixture.bank.keys().get("icbc-sm2-sign").certificate())).getBytes(StandardCharsets.US_ASCII));
        assertThat(step(rewrite(another)).reason()).isEqualTo(PackReason.CERTIFICATE_MISSING);
        assertThat(step(rewrite(another)).detail()).isEqualTo(stated.certificate());
    }

    @Test
    void itsSignersCertificateIsCheckedWithItsPathAndRevocation() throws IOException {
        assertThat(EvidenceVerifier.verify(loan, fixture.trust()).steps().stream().filter(s -> s.scope().equals("pack")))
                .extracting(PackVerdict.Step::check)
                .containsExactly(Check.PACKAGE, Check.COVER, Check.STATEMENT, Check.CERTIFICATE, Check.REVOCATION);
        EvidenceVerifier.PackTrust nobody = new EvidenceVerifier.PackTrust(List.of(), List.of(), true);
        assertThat(EvidenceVerifier.verify(loan, nobody).steps())
                .anySatisfy(s -> {
                    assertThat(s.scope()).isEqualTo("pack");
                    assertThat(s.check()).isEqualTo(Check.CERTIFICATE);
                    assertThat(s.outcome()).isNotEqualTo(PackVerdict.Outcome.OK);
                });
    }

    @Test
    void withoutASignatureOrUnderAProfileThatSignsNothingItIsNotSigned() throws IOException {
        for (String file : List.of(PackLayout.STATEMENT_SIGNATURE, PackLayout.STATEMENT_SIGNATURE_BIN)) {
            Map<String, byte[]> unsigned = PackTest.read(loan);
            unsigned.remove(file);
            assertThat(step(rewrite(unsigned)).reason()).as(file).isEqualTo(PackReason.SIGNATURE_INVALID);
        }
        Statement old = Statement.read(PackTest.read(loan).get(PackLayout.STATEMENT));
        for (String profile : List.of("channel", "no profile at all")) {
            Map<String, byte[]> files = PackTest.read(loan);
            files.put(
                    PackLayout.STATEMENT,
                    new Statement(old.about(), old.id(), old.created(), profile, old.certificate(), old.records()).text());
            files.remove(PackLayout.STATEMENT_SIGNATURE_BIN);
            assertThat(step(rewrite(files)).reason()).as(profile).isEqualTo(PackReason.SIGNATURE_INVALID);
        }
    }

    @Test
    void speaksOfThisPackAndNoOther() throws IOException {
        Statement old = Statement.read(PackTest.read(loan).get(PackLayout.STATEMENT));
        for (Statement other : List.of(
                new Statement("message", old.id(), old.created(), old.profile(), old.certificate(), old.records()),
                new Statement(old.about(), "JQ-OTHER", old.created(), old.profile(), old.certificate(), old.records()),
                new Statement(old.about(), old.id(), "2026-01-01T00:00:00Z", old.profile(), old.certificate(), old.records()))) {
            PackVerdict.Step step = step(rewrite(signedByTheCentre(PackTest.read(loan), other)));
            assertThat(step.reason()).isEqualTo(PackReason.RECORDS_DIFFER);
            assertThat(step.detail()).isEqualTo(PackLayout.MANIFEST);
        }
    }

    @Test
    void namesTheRecordThatIsMissingTheOneTooManyOrTheOrder() throws IOException {
        Statement old = Statement.read(PackTest.read(loan).get(PackLayout.STATEMENT));
        List<String> records = old.records();
        assertThat(step(rewrite(withoutLastRecord(PackTest.read(loan)))).detail()).isEqualTo(records.get(records.size() - 1));

        Statement shorter = new Statement(
                old.about(), old.id(), old.created(), old.profile(), old.certificate(), records.subList(0, records.size() - 1));
        assertThat(step(rewrite(signedByTheCentre(PackTest.read(loan), shorter))).detail()).isEqualTo(records.get(records.size() - 1));

        List<String> turned = new ArrayList<>(records);
        java.util.Collections.reverse(turned);
        Statement disordered = new Statement(old.about(), old.id(), old.created(), old.profile(), old.certificate(), turned);
        PackVerdict.Step step = step(rewrite(signedByTheCentre(PackTest.read(loan), disordered)));
        assertThat(step.reason()).isEqualTo(PackReason.RECORDS_DIFFER);
        assertThat(step.detail()).isEqualTo(PackLayout.STATEMENT);
    }

    @Test
    void isSignedAlsoWhereTheCentreSaidNothingYetAndBringsItsCertificateAndTheNewestList() throws IOException {
        JournalEntry signed = fixture.received("{\"u\":1}", "JQ-UNANSWERED", PackFixture.SM2, "icbc-sm2-sign");
        fixture.node.journal.append(new JournalEntry(
                signed.at(), JournalEntry.Kind.NOTHING_CAME, signed.partner(), signed.operation(), signed.messageId(), signed.subject(),
                signed.bytes(), "none", null, null, null, null, null, null, null, signed.traceId(), signed.timings()));
        Path pack = fixture.write(fixture.node.packs.forLoan(PackFixture.BANK, "JQ-UNANSWERED"));
        Map<String, byte[]> files = PackTest.read(pack);
        Statement stated = Statement.read(files.get(PackLayout.STATEMENT));

        assertThat(stated.certificate())
                .isEqualTo(Sha256.hex(Sha256.of(PackFixture.der(fixture.centre.keys().get("centre-sm2-sign").certificate()))));
        assertThat(files).containsKey(PackLayout.certificate(stated.certificate()));
        assertThat(step(pack).reason()).as("nothing here shows whose key it is").isEqualTo(PackReason.STATEMENT_SIGNER);
        byte[] newest = new JournalExcerpt(fixture.node.sql)
                .newestList(fixture.centre.keys().get("centre-sm2-sign").certificate().getIssuerX500Principal())
                .orElseThrow();
        assertThat(files).containsKey(PackLayout.revocationList(Sha256.hex(Sha256.of(newest))));
    }

    private Map<String, byte[]> signedByTheCentre(Map<String, byte[]> files, Statement statement) {
        byte[] text = statement.text();
        String signature = fixture.centre.signing().sign(PackFixture.SM2, "centre-sm2-sign", text);
        files.put(PackLayout.STATEMENT, text);
        files.put(PackLayout.STATEMENT_SIGNATURE, signature.getBytes(StandardCharsets.US_ASCII));
        files.put(PackLayout.STATEMENT_SIGNATURE_BIN, SignatureBytes.forOpenssl(PackFixture.SM2, signature).orElseThrow());
        return files;
    }

    private PackVerdict.Step step(Path pack) throws IOException {
        return EvidenceVerifier.verify(pack, fixture.trust()).steps().stream()
                .filter(s -> s.check() == Check.STATEMENT)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, byte[]> withoutLastRecord(Map<String, byte[]> files) throws IOException {
        PackManifest old = JSON.readValue(files.get(PackLayout.MANIFEST), PackManifest.class);
        List<PackManifest.Item> kept = old.records().subList(0, old.records().size() - 1);
        PackManifest.Item gone = old.records().get(kept.size());
        files.keySet().removeIf(name -> name.startsWith(gone.message()) || name.startsWith(String.valueOf(gone.proof())));
        files.put(
                PackLayout.COVER,
                CoverPage.html(old.about(), old.id(), old.created(), kept).getBytes(StandardCharsets.UTF_8));
        files.put(PackLayout.MANIFEST, JSON.writeValueAsBytes(new PackManifest(1, old.about(), old.id(), old.created(), kept, List.of())));
        return files;
    }

    /** With a manifest that lists exactly what is there. */
    private static Path rewrite(Map<String, byte[]> files) throws IOException {
        PackManifest old = JSON.readValue(files.get(PackLayout.MANIFEST), PackManifest.class);
        List<PackManifest.File> list = new ArrayList<>();
        files.forEach((name, bytes) -> {
            if (!name.equals(PackLayout.MANIFEST)) {
                list.add(new PackManifest.File(name, bytes.length, Sha256.hex(Sha256.of(bytes))));
            }
        });
        files.put(PackLayout.MANIFEST, JSON.writeValueAsBytes(new PackManifest(1, old.about(), old.id(), old.created(), old.records(), list)));
        Path file = Files.createTempFile(home, "tampered", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }
}
