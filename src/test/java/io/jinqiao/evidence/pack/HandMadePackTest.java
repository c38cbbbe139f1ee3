package io.jinqiao.evidence.pack;

import static io.jinqiao.evidence.pack.HandMadePack.AT;
import static io.jinqiao.evidence.pack.HandMadePack.AUTHORITY;
import static io.jinqiao.evidence.pack.HandMadePack.BETWEEN;
import static io.jinqiao.evidence.pack.HandMadePack.ROOT;
import static io.jinqiao.evidence.pack.HandMadePack.SIGNER;
import static io.jinqiao.evidence.pack.HandMadePack.ascii;
import static io.jinqiao.evidence.pack.HandMadePack.fingerprint;
import static io.jinqiao.evidence.pack.HandMadePack.sign;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.evidence.EvidenceVerifier;
import io.jinqiao.evidence.EvidenceVerifier.PackTrust;
import io.jinqiao.evidence.PackVerdict;
import io.jinqiao.evidence.PackVerdict.Outcome;
import io.jinqiao.evidence.proof.LinkFacts;
import io.jinqiao.evidence.proof.Merkle;
import io.jinqiao.evidence.proof.SealFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One step of the verifier at a time: whoever made these packs held every key, and one thing is not as it should be. */
class HandMadePackTest {
    private static final String FIRST = "messages/01-received/";
    private static final String PROOF = "proofs/01/";
    private static final String SEAL = "proofs/seal-1/";

    @TempDir
    private static Path folder;

    @Test
    void everyStepOfAGenuinePackIsTold() throws Exception {
        PackVerdict verdict = verify(new HandMadePack().made());

        assertThat(told(verdict)).containsExactly(
                "pack PACKAGE OK HOLDS 29", "pack COVER OK HOLDS ",
                "pack STATEMENT NOT_CHECKED STATEMENT_ABSENT statement/records.txt",
                "01 RECORD OK HOLDS 00000000-0000-4000-8000-000000000001", "01 SIGNATURE OK HOLDS " + HandMadePack.SM2.ourWords(),
                "01 CERTIFICATE OK HOLDS CN=Signer", "01 REVOCATION OK HOLDS " + revocation(verdict, 6),
                "01 LINK OK HOLDS n1 1", "01 CHAIN OK HOLDS ", "01 SEAL OK HOLDS seal 1",
                "01 TIME_STAMP OK HOLDS 2026-06-01T00:01:00Z", "01 REVOCATION OK HOLDS " + revocation(verdict, 11),
                "02 RECORD OK HOLDS 00000000-0000-4000-8000-000000000002", "02 SIGNATURE OK HOLDS " + HandMadePack.SM2.ourWords(),
                "02 CERTIFICATE OK HOLDS CN=Signer", "02 REVOCATION OK HOLDS " + revocation(verdict, 15),
                "02 LINK OK HOLDS n1 2", "02 CHAIN OK HOLDS ", "02 SEAL OK HOLDS seal 1",
                "02 TIME_STAMP OK HOLDS 2026-06-01T00:01:00Z", "02 REVOCATION OK HOLDS " + revocation(verdict, 20),
                "03 RECORD OK HOLDS 00000000-0000-4000-8000-000000000003", "03 SIGNATURE NOT_CHECKED UNSIGNED ",
                "03 LINK OK HOLDS n1 3", "03 CHAIN OK HOLDS ", "03 SEAL NOT_CHECKED NOT_SEALED ");
        assertThat(verdict.exitCode()).isEqualTo(2);
    }

    private static String revocation(PackVerdict verdict, int step) {
        String detail = verdict.steps().get(step).detail();
        assertThat(detail).startsWith("good crl=");
        return detail;
    }

    // --- files
    @Test
    void aFileOfAnotherSizeOrDigestIsRefused() throws Exception {
        for (String lie : List.of("\"size\":7,", "\"size\":8,")) {
            HandMadePack pack = new HandMadePack().made();
            String manifest = manifest(pack);
            pack.files.put(PackLayout.MANIFEST, ascii(manifest.replaceFirst("(\"path\":\"" + FIRST + "body.bin\",)\"size\":7,", "$1" + lie)));
            assertThat(refused(pack)).containsExactly(lie.contains("7") ? new String[0] : new String[] {"pack PACKAGE FILE_CHANGED " + FIRST + "body.bin"});
        }
        HandMadePack pack = new HandMadePack().made();
        String digest = Sha256.hex(Sha256.of(pack.items.get(0).body));
        pack.files.put(PackLayout.MANIFEST, ascii(manifest(pack).replace("\"sha256\":\"" + digest, "\"sha256\":\"" + "0".repeat(64))));
        assertThat(refused(pack)).contains("pack PACKAGE FILE_CHANGED " + FIRST + "body.bin");
    }

    @Test
    void aFileTheManifestNamesAndNobodyBroughtIsMissing() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        pack.files.put(PackLayout.MANIFEST, ascii(manifest(pack)));
        pack.files.remove(PROOF + "next-link.txt");

        assertThat(refused(pack)).containsExactly("pack PACKAGE FILE_MISSING " + PROOF + "next-link.txt");
    }

    @Test
    void aFileTheManifestDoesNotNameIsUnexpected() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        byte[] link = pack.files.remove(PROOF + "next-link.txt");
        pack.files.put(PackLayout.MANIFEST, ascii(manifest(pack)));
        pack.files.put(PROOF + "next-link.txt", link);

        assertThat(refused(pack)).containsExactly("pack PACKAGE FILE_UNEXPECTED " + PROOF + "next-link.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/01-received/more.txt", "proofs/03/x.txt", "proofs/seal-2/seal.txt", "extra", "certificates/x.pem",
        "certificates/0000000000000000000000000000000000000000000000000000000000000000.pem"})
    void aFileThatHasNoPlaceInAPackIsUnexpected(String name) throws Exception {
        HandMadePack pack = new HandMadePack().made();
        pack.files.put(name, ascii("x"));

        assertThat(refused(pack)).containsExactly("pack PACKAGE FILE_UNEXPECTED " + name);
    }

    @ParameterizedTest
    @CsvSource({"ofd, true", "pdf, true", "exe, false"})
    void aDocumentIsCalledByItsDigestAndIsOfAKindThatIsSealed(String format, boolean belongs) throws Exception {
        byte[] document = ascii("a sealed document");
        String named = "documents/" + Sha256.hex(Sha256.of(document)) + "." + format;
        HandMadePack pack = new HandMadePack().made();
        pack.files.put(named, document);
        assertThat(refused(pack)).isEqualTo(belongs ? List.of() : List.of("pack PACKAGE FILE_UNEXPECTED " + named));
        String other = "documents/" + "0".repeat(64) + "." + format;
        HandMadePack misnamed = new HandMadePack().made();
        misnamed.files.put(other, document);
        assertThat(refused(misnamed)).containsExactly("pack PACKAGE FILE_UNEXPECTED " + other);
    }

    @Test
    void aRevocationListIsCalledByItsDigestAndIsOne() throws Exception {
        X509CRL list = ROOT.crl().issue();
        String wrong = PackLayout.revocationList("0".repeat(64));
        HandMadePack misnamed = new HandMadePack().made();
        misnamed.files.put(wrong, ascii(Pem.revocationList(list.getEncoded())));
        assertThat(refused(misnamed)).containsExactly("pack PACKAGE FILE_UNEXPECTED " + wrong);
        HandMadePack two = new HandMadePack().made();
        String named = PackLayout.revocationList(Sha256.hex(Sha256.of(list.getEncoded())));
        two.files.put(named, ascii(Pem.revocationList(list.getEncoded()) + Pem.revocationList(ROOT.crl().to(AT.plusSeconds(9)).issue().getEncoded())));
        assertThat(refused(two)).containsExactly("pack PACKAGE FILE_UNEXPECTED " + named);
    }

    @Test
    void theCoverSaysWhatTheRecordsSay() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        pack.files.put(PackLayout.COVER, ascii("<h1>another</h1>"));
        assertThat(refused(pack)).containsExactly("pack COVER COVER_DIFFERS cover.html");
        HandMadePack none = new HandMadePack().made();
        none.files.put(PackLayout.MANIFEST, ascii(manifest(none).replaceFirst("\\{\"path\":\"cover.html\"[^}]*},", "")));
        Path file = none.write(folder);
        try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath("cover.html"));
        }
        assertThat(told(EvidenceVerifier.verify(file, trust()))).contains("pack COVER REFUSED COVER_DIFFERS cover.html");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"number\":\"01\" | \"number\":\"02\"", "\"number\":\"01\" | \"number\":\"1\"", "\"number\":\"01\" | \"number\":\"1a\"",
        "\"kind\":\"received\" | \"kind\":\"Received\"", "\"kind\":\"received\" | \"kind\":\"answered\"",
        "messages/01-received/\",\"proof | messages/02-received/\",\"proof", "\"proof\":\"proofs/01/\" | \"proof\":\"proofs/02/\"",
        "\"seal\":\"proofs/seal-1/\" | \"seal\":\"proofs/seal-x/\"", "\"format\":1 | \"format\":2", "\"records\":[ | \"other\":[",
        "\"files\":[ | \"file\":["})
    void aManifestThatIsNotInOrderIsNoPack(String part, String by) throws Exception {
        HandMadePack pack = new HandMadePack().made();
        String manifest = manifest(pack);
        assertThat(manifest).contains(part);
        pack.files.put(PackLayout.MANIFEST, ascii(manifest.replace(part, by)));

        assertThat(verify(pack).steps()).hasSize(1).first().satisfies(s -> assertThat(s.reason().name()).isEqualTo("NOT_A_PACK"));
    }

    @Test
    void aPackOfNoRecordsIsNone() throws Exception {
        HandMadePack pack = new HandMadePack();
        pack.made();
        pack.told.clear();

        assertThat(refused(pack)).containsExactly("pack PACKAGE NOT_A_PACK 压缩包或清单不成格式 / archive or list of records");
    }

    // --- record
    @ParameterizedTest
    @CsvSource({"id, id", "at, at", "partner, partner", "operation, operation", "message, message", "verdict, verdict", "codes, codes"})
    void theManifestSaysWhatTheRecordSays(String line, String word) throws Exception {
        HandMadePack pack = new HandMadePack();
        pack.items.get(1).lines.put("codes", "x");
        pack.made();
        var genuine = List.copyOf(pack.told);
        pack.items.get(1).lines.put(line, line.equals("at") ? AT.plusSeconds(77).toString() : "other");
        pack.made();
        pack.told.clear();
        pack.told.addAll(genuine);

        assertThat(refused(pack)).contains("02 RECORD RECORD_DIFFERS " + word);
    }

    @Test
    void theFolderIsThatOfTheRecordsKind() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        pack.items.get(0).lines.put("kind", "answered");
        byte[] other = new HandMadePack().made().files.get("messages/02-answered/record.txt");
        pack.files.put(FIRST + "record.txt", ascii(new String(other).replace("00002", "00001").replace(":02Z", ":01Z")));

        assertThat(refused(pack)).contains("01 RECORD RECORD_DIFFERS kind");
    }

    @Test
    void theBytesAreThoseOfTheRecord() throws Exception {
        assertThat(refused(with(p -> p.files.put(FIRST + "body.bin", ascii("{\"a\":2}"))))).containsExactly("01 RECORD RECORD_DIFFERS body.bin");
        assertThat(refused(with(p -> p.files.remove(FIRST + "body.bin")))).containsExactly("01 RECORD RECORD_DIFFERS body.bin");
        assertThat(refused(with(p -> p.files.put(FIRST + "signing-input.bin", ascii("a=2")))))
                .containsExactly("01 RECORD RECORD_DIFFERS signing-input.bin", "01 SIGNATURE SIGNATURE_INVALID " + HandMadePack.SM2.ourWords());
        assertThat(refused(with(p -> p.files.remove(FIRST + "signing-input.bin"))))
                .contains("01 RECORD RECORD_DIFFERS signing-input.bin");
        assertThat(refused(with(p -> p.files.put("messages/03-nothing-came/signing-input.bin", ascii("a=1")))))
                .containsExactly("03 RECORD RECORD_DIFFERS signing-input.bin");
        assertThat(refused(with(p -> p.files.put(FIRST + "signature.txt", ascii("AA=="))))).containsExactly("01 RECORD RECORD_DIFFERS signature.txt");
        assertThat(refused(with(p -> p.files.remove(FIRST + "signature.txt")))).containsExactly("01 RECORD RECORD_DIFFERS signature.txt");
        assertThat(refused(with(p -> p.files.put(FIRST + "signature.bin", new byte[1])))).containsExactly("01 RECORD RECORD_DIFFERS signature.bin");
        assertThat(refused(with(p -> p.files.remove(FIRST + "signature.bin")))).containsExactly("01 RECORD RECORD_DIFFERS signature.bin");
        assertThat(refused(with(p -> p.files.put("messages/03-nothing-came/signature.bin", new byte[1]))))
                .containsExactly("03 RECORD RECORD_DIFFERS signature.bin");
    }

    @Test
    void aRecordThatIsNotThereIsMissing() throws Exception {
        assertThat(refused(with(p -> p.files.remove(FIRST + "record.txt")))).containsExactly(
                "01 RECORD FILE_MISSING " + FIRST + "record.txt", "01 LINK FILE_MISSING " + PROOF + "link.txt");
    }

    @Test
    void whatWasErasedIsGoneAndItsDigestLeft() throws Exception {
        HandMadePack pack = new HandMadePack();
        pack.items.get(0).erased = true;
        pack.made();
        String digest = Sha256.hex(Sha256.of(pack.items.get(0).body));
        assertThat(told(verify(pack))).contains("01 RECORD NOT_CHECKED CONTENT_ERASED " + digest, "01 SIGNATURE NOT_CHECKED CONTENT_ERASED ");
        pack.files.put(FIRST + "body.bin", pack.items.get(0).body);
        assertThat(refused(pack)).containsExactly("01 RECORD CONTENT_ALTERED ");
        pack.files.remove(FIRST + "body.bin");
        pack.files.put(FIRST + "signing-input.bin", pack.items.get(0).input);
        assertThat(refused(pack)).containsExactly("01 RECORD CONTENT_ALTERED ");
    }

    // --- signature
    @Test
    void aSignatureThatDoesNotVerifyIsRefusedUnlessTheRecordSaysSo() throws Exception {
        String foreign = sign(ascii("something else"));
        assertThat(told(of("signature", foreign))).contains("01 SIGNATURE REFUSED SIGNATURE_INVALID " + HandMadePack.SM2.ourWords());
        assertThat(told(of("signature", foreign, "verdict", "refused", "codes", "signature.invalid")))
                .contains("01 SIGNATURE OK REFUSED_AS_RECORDED signature.invalid", "01 CERTIFICATE OK REFUSED_AS_RECORDED signature.invalid");
        assertThat(told(of("signature", "no base64 at all", "verdict", "refused", "codes", "x.y signature.malformed")))
                .contains("01 SIGNATURE OK REFUSED_AS_RECORDED x.y signature.malformed");
        assertThat(told(of("signature", foreign, "codes", "signature.invalidated")))
                .contains("01 SIGNATURE REFUSED SIGNATURE_INVALID " + HandMadePack.SM2.ourWords());
        assertThat(told(of("verdict", "refused", "codes", "signature.invalid")))
                .contains("01 SIGNATURE REFUSED VERDICT_DIFFERS signature.invalid");
        assertThat(told(of("verdict", "refused", "codes", "certificate.expired")))
                .contains("01 SIGNATURE OK HOLDS " + HandMadePack.SM2.ourWords(), "01 CERTIFICATE OK REFUSED_AS_RECORDED certificate.expired");
    }

    @Test
    void whatCannotBeCheckedOfASignatureIsSaid() throws Exception {
        assertThat(told(of("verdict", "channel"))).contains("01 SIGNATURE NOT_CHECKED CHANNEL_ONLY ");
        assertThat(told(of("profile", "rot13"))).contains("01 SIGNATURE NOT_CHECKED PROFILE_UNKNOWN rot13");
        assertThat(told(of("profile", null))).contains("01 SIGNATURE NOT_CHECKED PROFILE_UNKNOWN null");
        assertThat(told(of("certificate-sha256", null, "codes", "a.b"))).contains("01 SIGNATURE NOT_CHECKED SIGNER_UNKNOWN a.b");
        assertThat(told(of("certificate-sha256", null))).contains("01 SIGNATURE NOT_CHECKED SIGNER_UNKNOWN ");
        assertThat(told(of("certificate-sha256", "f".repeat(64)))).contains("01 SIGNATURE NOT_CHECKED CERTIFICATE_MISSING " + "f".repeat(64));
    }

    @Test
    void theCertificateIsTheOneTheRecordNames() throws Exception {
        HandMadePack pack = new HandMadePack();
        pack.items.get(0).lines.put("certificate-sha256", "f".repeat(64));
        pack.made();
        String path = PackLayout.certificate("f".repeat(64));
        pack.files.put(path, ascii(Pem.certificate(CertificateFiles.der(SIGNER))));

        assertThat(refused(pack)).containsExactly("01 SIGNATURE RECORD_DIFFERS " + path);
    }

    // --- certificates
    @Test
    void onlyTheReadersOwnRootsAreTrusted() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        assertThat(told(EvidenceVerifier.verify(pack.write(folder), new PackTrust(List.of(), List.of(), false))))
                .contains("01 CERTIFICATE NOT_CHECKED NO_ANCHORS ", "01 TIME_STAMP NOT_CHECKED NO_ANCHORS ").noneMatch(s -> s.contains("REVOCATION"));
        X509Certificate stranger = TestAuthority.root("Stranger").certificate;
        assertThat(told(EvidenceVerifier.verify(pack.write(folder), new PackTrust(List.of(stranger), List.of(), false)))).contains(
                "01 CERTIFICATE REFUSED CERTIFICATE_REFUSED certificate.untrusted",
                "01 TIME_STAMP REFUSED TIME_STAMP_INVALID the time-stamp authority is not believed: certificate.untrusted");
        pack.files.put(PackLayout.AUTHORITIES, new byte[0]);
        assertThat(refused(pack)).contains("01 CERTIFICATE CERTIFICATE_REFUSED certificate.untrusted");
        pack.files.remove(PackLayout.AUTHORITIES);
        assertThat(refused(pack)).contains("01 CERTIFICATE CERTIFICATE_REFUSED certificate.untrusted");
    }

    @Test
    void theCertificateCountsAtTheTimeOfTheRecordAndForMessages() throws Exception {
        assertThat(told(of("at", TestAuthority.TO.plusSeconds(1).toString()))).contains("01 CERTIFICATE REFUSED CERTIFICATE_REFUSED certificate.expired");
        assertThat(told(of("at", "yesterday"))).contains("pack PACKAGE REFUSED NOT_A_PACK 清单中有不合格的值 / a value in the list of records");
        X509Certificate envelopes = BETWEEN.leaf("Signer").usage(KeyUsage.keyEncipherment).issue();
        HandMadePack pack = new HandMadePack();
        pack.items.get(0).lines.put("certificate-sha256", fingerprint(envelopes));
        pack.made();
        pack.files.put(PackLayout.certificate(fingerprint(envelopes)), ascii(Pem.certificate(CertificateFiles.der(envelopes))));
        assertThat(refused(pack)).contains("01 CERTIFICATE CERTIFICATE_REFUSED certificate.wrong_usage");
    }

    @Test
    void whoWasRevokedThenIsRefusedWhoWasRevokedLaterIsNot() throws Exception {
        assertThat(refused(listed(BETWEEN.crl().from(AT).revoke(SIGNER, AT.minusSeconds(5)).issue()))).contains("01 REVOCATION REVOKED " + AT.minusSeconds(5));
        assertThat(refused(listed(BETWEEN.crl().from(AT).revoke(SIGNER, AT.plusSeconds(9)).issue()))).isEmpty();
        assertThat(refused(listed(ROOT.crl().from(AT).revoke(AUTHORITY.certificate, AT).issue()))).contains("01 REVOCATION REVOKED " + AT);
    }

    @Test
    void withoutAListRevocationIsNotCheckedAndTheReadersOwnListCounts() throws Exception {
        HandMadePack none = with(p -> p.files.keySet().removeIf(name -> name.endsWith(".crl.pem")));
        assertThat(told(verify(none))).contains("01 REVOCATION NOT_CHECKED NO_REVOCATION_LIST unknown no-list");
        PackTrust own = new PackTrust(List.of(ROOT.certificate),
                List.of(BETWEEN.crl().issue(), ROOT.crl().revoke(BETWEEN.certificate, AT.minusSeconds(9)).issue()), false);
        assertThat(told(EvidenceVerifier.verify(none.write(folder), own))).contains("01 REVOCATION REFUSED REVOKED " + AT.minusSeconds(9));
    }

    // --- link and chain
    @Test
    void aLinkIsThatOfItsRecord() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        LinkFacts link = pack.links.get(0);
        for (byte[] other : List.of(
                new LinkFacts("n2", 1, "7", link.previous(), link.record()).text(),
                new LinkFacts("n1", 1, "7", link.previous(), new byte[32]).text(),
                ascii(new String(link.text()) + "more=1\n"))) {
            pack.files.put(PROOF + "link.txt", other);
            assertThat(refused(pack)).contains("01 LINK LINK_DIFFERS " + PROOF + "link.txt");
            assertThat(told(verify(pack))).noneMatch(s -> s.startsWith("01 CHAIN") || s.startsWith("01 SEAL"));
        }
    }

    @Test
    void aRecordWithoutALinkIsNotLinkedYetAndItsFileMayNotBeMissing() throws Exception {
        HandMadePack pack = new HandMadePack();
        pack.items.get(2).linked = false;
        assertThat(told(verify(pack.made()))).contains("03 LINK NOT_CHECKED NOT_LINKED ").noneMatch(s -> s.startsWith("03 CHAIN"));
        assertThat(refused(with(p -> p.files.remove("proofs/03/link.txt")))).contains("03 LINK FILE_MISSING proofs/03/link.txt");
        HandMadePack sealed = new HandMadePack().made();
        var item = sealed.told.get(0);
        sealed.told.set(0, new PackManifest.Item(item.number(), item.record(), item.at(), item.kind(), item.partner(), item.operation(),
                item.messageId(), item.verdict(), item.codes(), item.message(), null, item.seal(), false));
        sealed.files.keySet().removeIf(name -> name.startsWith(PROOF));
        assertThat(refused(sealed)).containsExactly("01 LINK FILE_MISSING nulllink.txt");
    }

    @Test
    void linksFollowEachOther() throws Exception {
        String second = "proofs/02/";
        HandMadePack genuine = new HandMadePack().made();
        LinkFacts one = genuine.links.get(0);
        LinkFacts two = genuine.links.get(1);
        LinkFacts three = genuine.links.get(2);
        for (Consumer<HandMadePack> lie : List.<Consumer<HandMadePack>>of(
                p -> p.files.remove(second + "previous-link.txt"),
                p -> p.files.put(second + "previous-link.txt", three.text()),
                p -> p.files.put(second + "next-link.txt", one.text()),
                p -> p.files.put(second + "next-link.txt", new LinkFacts("n1", 4, "7", two.hash(), three.record()).text()),
                p -> p.files.put(second + "next-link.txt", new LinkFacts("n2", 3, "7", two.hash(), three.record()).text()),
                p -> p.files.put(second + "next-link.txt", new LinkFacts("n1", 3, "7", one.hash(), three.record()).text()))) {
            HandMadePack pack = new HandMadePack().made();
            lie.accept(pack);
            assertThat(refused(pack)).containsExactly("02 CHAIN CHAIN_BROKEN " + second);
        }
        assertThat(refused(with(p -> p.files.remove(second + "next-link.txt")))).isEmpty();
        assertThat(refused(with(p -> p.files.put(PROOF + "previous-link.txt", one.text())))).containsExactly("01 CHAIN CHAIN_BROKEN " + PROOF);
    }

    /** The link names its predecessor's hash: here that one is of another node, or not the one before. */
    @ParameterizedTest
    @CsvSource({"n2, 1", "n1, 7"})
    void theLinkBeforeIsTheOneBeforeOnTheSameNode(String node, long seq) throws Exception {
        HandMadePack pack = new HandMadePack().made();
        LinkFacts before = new LinkFacts(node, seq, "7", LinkFacts.none(), pack.links.get(0).record());
        LinkFacts link = new LinkFacts("n1", 3, "7", before.hash(), pack.links.get(2).record());
        pack.files.put("proofs/03/previous-link.txt", before.text());
        pack.files.put("proofs/03/link.txt", link.text());

        assertThat(refused(pack)).contains("03 CHAIN CHAIN_BROKEN proofs/03/");
    }

    @Test
    void theFirstLinkNamesNobodyBeforeIt() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        LinkFacts link = pack.links.get(0);
        pack.files.put(PROOF + "link.txt", new LinkFacts("n1", 1, "7", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
            17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32}, link.record()).text());
        pack.files.remove(PROOF + "next-link.txt");

        assertThat(refused(pack)).containsExactly("01 CHAIN CHAIN_BROKEN " + PROOF, "01 SEAL SEAL_DIFFERS " + SEAL);
    }

    // --- seal and time-stamp
    @ParameterizedTest
    @CsvSource({"proofs/seal-1/seal.txt", "proofs/01/path.txt", "proofs/seal-1/seal.tsr"})
    void whatASealNeedsIsThere(String file) throws Exception {
        assertThat(refused(with(p -> p.files.remove(file)))).contains("01 SEAL FILE_MISSING " + file);
    }

    @Test
    void aSealCoversExactlyTheLinksOfItsRanges() throws Exception {
        assertThat(refused(ranged(new SealFacts.Range("n1", 2, 2)))).containsExactly("01 SEAL SEAL_DIFFERS " + SEAL);
        assertThat(refused(ranged(new SealFacts.Range("n1", 1, 1)))).containsExactly("02 SEAL SEAL_DIFFERS " + SEAL);
        assertThat(refused(ranged(new SealFacts.Range("n2", 1, 2)))).hasSize(2);
        assertThat(refused(ranged(new SealFacts.Range("n2", 1, 9), new SealFacts.Range("n1", 1, 2)))).isEmpty();
    }

    @Test
    void thePathLeadsToTheSealsRoot() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        byte[] first = pack.files.get(PROOF + "path.txt");
        assertThat(first).asString().startsWith("right ").endsWith("\n");
        assertThat(pack.files.get("proofs/02/path.txt")).asString().startsWith("left ");
        pack.files.put(PROOF + "path.txt", ascii(new String(first).replace("right", "left")));
        assertThat(refused(pack)).containsExactly("01 SEAL SEAL_DIFFERS " + SEAL);
        pack.files.put(PROOF + "path.txt", ascii(""));
        assertThat(refused(pack)).containsExactly("01 SEAL SEAL_DIFFERS " + SEAL);
        pack.files.put(PROOF + "path.txt", ascii("down " + Sha256.hex(new byte[32]) + "\n"));
        assertThat(refused(pack)).contains("pack PACKAGE NOT_A_PACK 清单中有不合格的值 / a value in the list of records");
        assertThat(PathText.read(ascii(PathText.write(List.of(new Merkle.Step(Merkle.Side.LEFT, new byte[32])))))).hasSize(1);
    }

    @Test
    void theTimeStampIsOverThisSeal() throws Exception {
        HandMadePack pack = new HandMadePack().made();
        pack.files.put(SEAL + "seal.tsr", AUTHORITY.token(new byte[32], AT));

        assertThat(refused(pack)).contains("01 TIME_STAMP TIME_STAMP_INVALID the time-stamp is over other bytes");
    }

    private static HandMadePack ranged(SealFacts.Range... ranges) throws Exception {
        HandMadePack pack = new HandMadePack();
        pack.ranges = List.of(ranges);
        return pack.made();
    }

    /** With this list of its issuer in place of the one the pack has. */
    private static HandMadePack listed(X509CRL list) throws Exception {
        HandMadePack pack = new HandMadePack().made();
        pack.list(list);
        return pack;
    }

    private static HandMadePack with(Consumer<HandMadePack> change) throws Exception {
        HandMadePack pack = new HandMadePack().made();
        change.accept(pack);
        return pack;
    }

    /** The verdict on a pack whose first record has these lines. */
    private static PackVerdict of(String... lines) throws Exception {
        HandMadePack pack = new HandMadePack();
        for (int i = 0; i < lines.length; i += 2) {
            Map<String, String> first = pack.items.get(0).lines;
            if (lines[i + 1] == null) {
                first.remove(lines[i]);
            } else {
                first.put(lines[i], lines[i + 1]);
            }
        }
        return verify(pack.made());
    }

    private static String manifest(HandMadePack pack) throws Exception {
        Path file = pack.write(folder);
        try (var zip = java.nio.file.FileSystems.newFileSystem(file)) {
            return Files.readString(zip.getPath(PackLayout.MANIFEST));
        }
    }

    private static PackTrust trust() {
        return new PackTrust(List.of(ROOT.certificate), List.of(), false);
    }

    private static PackVerdict verify(HandMadePack pack) throws Exception {
        return EvidenceVerifier.verify(pack.write(folder), trust());
    }

    private static List<String> told(PackVerdict verdict) {
        return verdict.steps().stream()
                .map(s -> s.scope() + " " + s.check() + " " + s.outcome() + " " + s.reason() + " " + s.detail())
                .toList();
    }

    /** Scope, check, reason and detail of what was refused. */
    private static List<String> refused(HandMadePack pack) throws Exception {
        return verify(pack).steps().stream()
                .filter(s -> s.outcome() == Outcome.REFUSED)
                .map(s -> s.scope() + " " + s.check() + " " + s.reason() + " " + s.detail())
                .toList();
    }
}
