package io.jinqiao.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.evidence.Entries;
import io.jinqiao.evidence.EvidencePacks;
import io.jinqiao.evidence.EvidenceVerifier;
import io.jinqiao.evidence.EvidenceVerifier.PackTrust;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.PackReason;
import io.jinqiao.evidence.PackVerdict;
import io.jinqiao.evidence.PackVerdict.Check;
import io.jinqiao.evidence.PackVerdict.Outcome;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class PackTest {
    private static final String LOAN = "JQ-2026-000017";

    @TempDir
    private static Path home;

    private PackFixture fixture;
    private RecordId application;
    private RecordId forged;
    private Path loan;

    @BeforeAll
    void exchangeMessages() throws IOException {
        fixture = new PackFixture(home);
        application = fixture.node.journal.append(fixture.received("{\"a\":1}", LOAN, PackFixture.SM2, "icbc-sm2-sign"));
        fixture.node.journal.append(fixture.answer(application, "{\"ok\":1}", LOAN, PackFixture.SM2, "centre-sm2-sign"));
        fixture.node.journal.append(fixture.received("{\"other\":1}", "JQ-2026-000018", PackFixture.SM2, "icbc-sm2-sign"));
        fixture.linkAndSeal();
        fixture.node.journal.append(fixture.received("{\"b\":2}", LOAN, PackFixture.RSA, "icbc-rsa-sign"));
        String signature = fixture.bank.signing().sign(PackFixture.SM2, "icbc-sm2-sign", "something else".getBytes(StandardCharsets.UTF_8));
        forged = fixture.node.journal.append(fixture.received(
                "{\"c\":3}", LOAN, PackFixture.SM2, "icbc-sm2-sign", "{\"c\":3}".getBytes(StandardCharsets.UTF_8), signature));
        fixture.linkAndSeal();
        loan = fixture.write(fixture.node.packs.forLoan(PackFixture.BANK, LOAN));
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void everythingInALoansPackHolds() throws IOException {
        PackVerdict verdict = EvidenceVerifier.verify(loan, fixture.trust());
        assertThat(verdict.steps()).filteredOn(s -> s.outcome() == Outcome.REFUSED).isEmpty();
        assertThat(steps(verdict, "01")).contains(
                "RECORD OK HOLDS", "SIGNATURE OK HOLDS", "CERTIFICATE OK HOLDS", "REVOCATION OK HOLDS",
                "LINK OK HOLDS", "CHAIN OK HOLDS", "SEAL OK HOLDS", "TIME_STAMP OK HOLDS");
        assertThat(steps(verdict, "03")).contains("SIGNATURE OK HOLDS", "TIME_STAMP OK HOLDS");
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void aLoansPackHoldsNothingOfAnotherBanksApplicationWithTheSameNumber() throws IOException {
        fixture.node.journal.append(fixture.received("{\"name\":\"ours\"}", "SAME-1", PackFixture.SM2, "icbc-sm2-sign"));
        JournalEntry e = fixture.received("{\"name\":\"theirs\"}", "SAME-1", PackFixture.SM2, "icbc-sm2-sign");
        PartnerId other = new PartnerId("other-bank");
        fixture.node.journal.append(new JournalEntry(
                e.at(), e.kind(), other, e.operation(), e.messageId(), e.subject(), e.bytes(), e.verdict(), e.codes(),
                e.signingInput(), e.signature(), e.profile(), e.certificate(), e.revocation(), null, e.traceId(), e.timings()));
        assertThat(bodies(fixture.node.packs.forLoan(PackFixture.BANK, "SAME-1"))).containsExactly("{\"name\":\"ours\"}");
        assertThat(bodies(fixture.node.packs.forLoan(other, "SAME-1"))).containsExactly("{\"name\":\"theirs\"}");
    }

    /** What a registry was told and told back stands under a subject of its own; its certificate proves itself. */
    @Test
    void aLoansPackHoldsItsCasesAtTheRegistryAndTheDocumentsTheyHandedOver() throws IOException {
        fixture.node.journal.append(fixture.received("{\"case\":1}", "DJ-1", PackFixture.SM2, "icbc-sm2-sign"));
        byte[] sealed = "a sealed document".getBytes(StandardCharsets.UTF_8);
        EvidencePacks.Enclosed enclosed = new EvidencePacks.Enclosed(
                List.of(new Subject(PackFixture.BANK, "DJ-1"), new Subject(PackFixture.BANK, "DJ-without-records")), List.of(new EvidencePacks.Document("ofd", sealed)));
        Path pack = fixture.write(fixture.node.packs.forLoan(PackFixture.BANK, LOAN, enclosed));
        String name = "documents/" + Sha256.hex(Sha256.of(sealed)) + ".ofd";
        assertThat(read(pack)).containsEntry(name, sealed);
        assertThat(bodies(fixture.node.packs.forLoan(PackFixture.BANK, LOAN, enclosed))).contains("{\"a\":1}", "{\"case\":1}");
        assertThat(EvidenceVerifier.verify(pack, fixture.trust()).steps()).filteredOn(s -> s.outcome() == Outcome.REFUSED).isEmpty();
    }

    private List<String> bodies(EvidencePacks.EvidencePack pack) throws IOException {
        return read(fixture.write(pack)).entrySet().stream()
                .filter(file -> file.getKey().startsWith("messages/") && file.getKey().endsWith("/body.bin"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .toList();
    }

    /** No RSA message in it brings the list of the time-stamp authority's issuer along: the seal does. */
    @Test
    void everythingInAPackOfSm2MessagesAloneHoldsToTheLastRevocation() throws IOException {
        PackVerdict verdict = EvidenceVerifier.verify(fixture.write(fixture.node.packs.forMessage(application)), fixture.trust());
        assertThat(verdict.steps()).filteredOn(s -> s.outcome() != Outcome.OK).isEmpty();
        assertThat(verdict.exitCode()).isZero();
    }

    @Test
    void aForgedMessagesPackProvesThatItWasRefused() throws IOException {
        PackVerdict verdict = EvidenceVerifier.verify(fixture.write(fixture.node.packs.forMessage(forged)), fixture.trust());
        assertThat(steps(verdict, "01")).contains("SIGNATURE OK REFUSED_AS_RECORDED", "TIME_STAMP OK HOLDS");
        assertThat(verdict.refused()).isFalse();
    }

    @Test
    void leavesASignatureOpenWhoseSignerIsNotRecorded() throws IOException {
        JournalEntry e = fixture.received("{\"d\":1}", "JQ-8", PackFixture.SM2, "icbc-sm2-sign");
        RecordId id = fixture.node.journal.append(new JournalEntry(
                e.at(), e.kind(), e.partner(), e.operation(), e.messageId(), e.subject(), e.bytes(), "refused", "signature.invalid",
                e.signingInput(), e.signature(), e.profile(), null, null, null, e.traceId(), e.timings()));
        PackVerdict verdict = EvidenceVerifier.verify(fixture.write(fixture.node.packs.forMessage(id)), fixture.trust());
        assertThat(steps(verdict, "01")).contains("SIGNATURE NOT_CHECKED SIGNER_UNKNOWN");
    }

    @Test
    void packsOfTwoBanksOrTwoMomentsAreCalledDifferently() {
        String first = fixture.node.packs.forLoan(PackFixture.BANK, LOAN).fileName();
        assertThat(first).startsWith("evidence-" + PackFixture.BANK.value() + "-" + LOAN + "-").endsWith("Z.zip");
        fixture.node.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.node.packs.forLoan(PackFixture.BANK, LOAN).fileName()).isNotEqualTo(first);
    }

    @Test
    void aMessagesPackHoldsItsAnswerAndNothingOfOthers() throws IOException {
        Path pack = fixture.write(fixture.node.packs.forMessage(application));
        assertThat(pack.getFileName()).asString().matches("evidence-" + application + "-[0-9]{8}T[0-9]{6}Z\\.zip");
        Map<String, byte[]> files = read(pack);
        assertThat(files).containsKeys("messages/01-received/body.bin", "messages/02-answered/body.bin");
        assertThat(files.get("messages/01-received/body.bin")).asString().isEqualTo("{\"a\":1}");
        for (byte[] file : files.values()) {
            assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("JQ-2026-000018");
        }
    }

    Stream<String> everyProvingFile() throws IOException {
        return read(loan).keySet().stream().filter(n -> !n.equals(PackLayout.MANIFEST));
    }

    @ParameterizedTest
    @MethodSource("everyProvingFile")
    void refusesAChangedFile(String name) throws IOException {
        Path tampered = rewrite(files -> {
            byte[] bytes = files.get(name).clone();
            if (bytes.length == 0) {
                bytes = new byte[] {'x'};
            } else {
                bytes[bytes.length / 2] ^= 1;
            }
            files.put(name, bytes);
            return files;
        });
        assertThat(EvidenceVerifier.verify(tampered, fixture.trust()).steps())
                .anyMatch(s -> s.outcome() == Outcome.REFUSED && s.detail().contains(name));
    }

    /** With the manifest made to fit: the proof itself must notice. What only adds intermediates proves nothing. */
    @ParameterizedTest
    @MethodSource("everyProvingFile")
    void refusesAChangedFileThoughTheManifestFits(String name) throws IOException {
        if (name.equals(PackLayout.AUTHORITIES)) {
            return;
        }
        Path tampered = rewrite(files -> {
            String manifest = new String(files.get(PackLayout.MANIFEST), StandardCharsets.UTF_8);
            byte[] old = files.get(name);
            byte[] bytes = old.clone();
            if (bytes.length == 0) {
                bytes = "left 00\n".getBytes(StandardCharsets.UTF_8);
            } else {
                bytes[bytes.length / 2] ^= 1;
            }
            files.put(name, bytes);
            files.put(PackLayout.MANIFEST, fit(manifest, name, old, bytes));
            return files;
        });
        assertThat(EvidenceVerifier.verify(tampered, fixture.trust()).refused()).isTrue();
    }

    /** Files dropped, added or exchanged, and a manifest that lists exactly what is there. */
    Stream<Arguments> manipulations() {
        byte[] x = {'x'};
        return Stream.of(
                arguments("drop signature.bin", edit(files -> files.remove("messages/01-received/signature.bin"))),
                arguments("drop both signatures", edit(files -> files.keySet().removeIf(n -> n.startsWith("messages/01-received/signature")))),
                arguments("another cover", edit(files -> files.put(PackLayout.COVER, "<h1>9,000,000</h1>".getBytes(StandardCharsets.UTF_8)))),
                arguments("no cover", edit(files -> files.remove(PackLayout.COVER))),
                arguments("drop the proof", edit(files -> files.keySet().removeIf(n -> n.startsWith("proofs/01/")))),
                arguments("drop the seal", edit(files -> files.keySet().removeIf(n -> n.startsWith("proofs/seal-1/")))),
                arguments("file in a message", edit(files -> files.put("messages/01-received/extra.txt", x))),
                arguments("message nobody lists", edit(files -> files.put("messages/77-received/body.bin", x))),
                arguments("seal nobody lists", edit(files -> files.put("proofs/seal-99/seal.txt", x))),
                arguments("way out of the folder", edit(files -> files.put("../evil", x))),
                arguments("absolute path", edit(files -> files.put("/etc/evil", x))),
                arguments("empty folder", edit(files -> files.put("messages/09-received/", new byte[0]))),
                arguments("another certificate", edit(files -> files.put("certificates/" + "0".repeat(64) + ".pem", x))),
                arguments("another list", edit(files -> files.put("certificates/" + "0".repeat(64) + ".crl.pem", x))));
    }

    private static UnaryOperator<Map<String, byte[]>> edit(Consumer<Map<String, byte[]>> change) {
        return files -> {
            change.accept(files);
            return files;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("manipulations")
    void refusesWhatTheManifestWasMadeToFit(String what, UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Path tampered = rewrite(files -> {
            Map<String, byte[]> changed = change.apply(files);
            JsonMapper json = new JsonMapper();
            try {
                ObjectNode manifest = (ObjectNode) json.readTree(changed.get(PackLayout.MANIFEST));
                ArrayNode list = manifest.putArray("files");
                changed.forEach((name, bytes) -> {
                    if (!name.equals(PackLayout.MANIFEST)) {
                        list.addObject().put("path", name).put("size", bytes.length).put("sha256", Sha256.hex(Sha256.of(bytes)));
                    }
                });
                changed.put(PackLayout.MANIFEST, json.writeValueAsBytes(manifest));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return changed;
        });
        assertThat(EvidenceVerifier.verify(tampered, fixture.trust()).exitCode()).isEqualTo(1);
    }

    @Test
    void refusesRecordsThatWereTakenOutOfTheRow() throws IOException {
        Path tampered = rewrite(files -> {
            String manifest = new String(files.get(PackLayout.MANIFEST), StandardCharsets.UTF_8);
            files.put(PackLayout.MANIFEST, manifest.replace("\"number\" : \"01\"", "\"number\" : \"../01\"").getBytes(StandardCharsets.UTF_8));
            return files;
        });
        assertThat(reasons(tampered)).contains(PackReason.NOT_A_PACK);
    }

    /** Packs lie in archives for decades: the words of format 1 are those of the first release. */
    @Test
    void writesTheCoverOfFormatOneAsItWasWrittenFirst() {
        String cover = CoverPage.html("loan", "JQ-1", "2026-11-24T00:00:00Z", List.of());
        assertThat(Sha256.hex(Sha256.of(cover.getBytes(StandardCharsets.UTF_8)))).isEqualTo("4321d919d94f14fac6af02d7bca3c6366b3458489361ba348bb011d397f40282");
    }

    private static byte[] fit(String manifest, String name, byte[] old, byte[] now) {
        String entry = "\"path\" : \"" + name + "\",\n    \"size\" : ";
        assertThat(manifest).contains(entry);
        return manifest.replace(entry + old.length + ",\n    \"sha256\" : \"" + Sha256.hex(Sha256.of(old)),
                        entry + now.length + ",\n    \"sha256\" : \"" + Sha256.hex(Sha256.of(now)))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAManifestThatTellsAnotherStory() throws IOException {
        for (String[] lie : new String[][] {{"\"verdict\" : \"refused\"", "\"verdict\" : \"accepted\""}, {"signature.invalid", "x"},
            {"\"partner\" : \"icbc\"", "\"partner\" : \"abc\""}, {"\"erased\" : false", "\"erased\" : true"}}) {
            Path tampered = rewrite(files -> {
                String manifest = new String(files.get(PackLayout.MANIFEST), StandardCharsets.UTF_8);
                assertThat(manifest).contains(lie[0]);
                files.put(PackLayout.MANIFEST, manifest.replace(lie[0], lie[1]).getBytes(StandardCharsets.UTF_8));
                return files;
            });
            assertThat(EvidenceVerifier.verify(tampered, fixture.trust()).refused()).as(lie[0]).isTrue();
        }
    }

    @Test
    void refusesMissingAndAddedFiles() throws IOException {
        Path less = rewrite(files -> {
            files.remove("messages/01-received/body.bin");
            return files;
        });
        assertThat(reasons(less)).contains(PackReason.FILE_MISSING);
        Path more = rewrite(files -> {
            files.put("messages/../../x", new byte[1]);
            return files;
        });
        assertThat(reasons(more)).contains(PackReason.FILE_UNEXPECTED);
        Path exchanged = rewrite(files -> {
            files.put("documents/" + "0".repeat(64) + ".ofd", new byte[1]);
            return files;
        });
        assertThat(reasons(exchanged)).contains(PackReason.FILE_UNEXPECTED);
    }

    @Test
    void refusesWhatIsNoPack() throws IOException {
        Path garbage = Files.writeString(home.resolve("garbage.zip"), "not a zip");
        assertThat(reasons(garbage)).containsExactly(PackReason.NOT_A_PACK);
        assertThat(reasons(rewrite(files -> Map.of("a", new byte[1])))).containsExactly(PackReason.NOT_A_PACK);
        assertThat(reasons(rewrite(files -> Map.of(PackLayout.MANIFEST, "{\"format\":1,\"records\":[null]}".getBytes(StandardCharsets.UTF_8)))))
                .contains(PackReason.NOT_A_PACK);
    }

    @Test
    void neverTrustsARootFromThePackItself() throws IOException {
        PackVerdict without = EvidenceVerifier.verify(loan, new PackTrust(List.of(), List.of(), true));
        assertThat(without.steps())
                .filteredOn(s -> s.check() == Check.CERTIFICATE || s.check() == Check.TIME_STAMP)
                .extracting(PackVerdict.Step::reason)
                .contains(PackReason.NO_ANCHORS)
                .doesNotContain(PackReason.HOLDS);
        assertThat(without.exitCode()).isEqualTo(2);
        PackTrust stranger = new PackTrust(List.of(fixture.centre.keys().get("centre-rsa-sign").certificate()), List.of(), true);
        assertThat(EvidenceVerifier.verify(loan, stranger).refused()).isTrue();
    }

    @Test
    void refusesDevelopmentCertificatesUnlessAsked() throws IOException {
        PackTrust production = new PackTrust(fixture.trust().anchors(), List.of(), false);
        assertThat(EvidenceVerifier.verify(loan, production).refused()).isTrue();
    }

    @Test
    void tellsWhatIsNotSealedAndWhatWasErased() throws IOException {
        RecordId late = fixture.node.journal.append(fixture.received("{\"late\":1}", "JQ-9", PackFixture.SM2, "icbc-sm2-sign"));
        PackVerdict unlinked = EvidenceVerifier.verify(fixture.write(fixture.node.packs.forMessage(late)), fixture.trust());
        assertThat(steps(unlinked, "01")).contains("LINK NOT_CHECKED NOT_LINKED");
        fixture.node.watch.link();
        PackVerdict unsealed = EvidenceVerifier.verify(fixture.write(fixture.node.packs.forMessage(late)), fixture.trust());
        assertThat(steps(unsealed, "01")).contains("LINK OK HOLDS", "SEAL NOT_CHECKED NOT_SEALED");
        fixture.node.sealer.seal();
        fixture.node.keys.erase(Entries.subject("JQ-9"));
        PackVerdict erased = EvidenceVerifier.verify(fixture.write(fixture.node.packs.forLoan(PackFixture.BANK, "JQ-9")), fixture.trust());
        assertThat(steps(erased, "01")).contains("RECORD NOT_CHECKED CONTENT_ERASED", "SEAL OK HOLDS", "TIME_STAMP OK HOLDS");
        assertThat(erased.exitCode()).isEqualTo(2);
    }

    @Test
    void saysSoWhenThereIsNothingToPack() {
        assertThatThrownBy(() -> fixture.node.packs.forLoan(PackFixture.BANK, "JQ-0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fixture.node.packs.forMessage(new RecordId(new UUID(0, 0)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void speaksChineseAndEnglish() throws IOException {
        PackVerdict verdict = EvidenceVerifier.verify(loan, fixture.trust());
        assertThat(verdict.text(Locale.CHINESE)).contains("结论：全部核验通过").contains("时间戳");
        assertThat(verdict.text(Locale.ENGLISH)).contains("Conclusion: everything was checked and holds");
        assertThat(read(loan).get(PackLayout.COVER)).asString(StandardCharsets.UTF_8).contains("贷款存证包", LOAN).doesNotContain("http");
    }

    private List<PackReason> reasons(Path pack) throws IOException {
        return EvidenceVerifier.verify(pack, fixture.trust()).steps().stream()
                .filter(s -> s.outcome() == Outcome.REFUSED)
                .map(PackVerdict.Step::reason)
                .toList();
    }

    private static List<String> steps(PackVerdict verdict, String scope) {
        return verdict.steps().stream()
                .filter(s -> s.scope().equals(scope))
                .map(s -> s.check() + " " + s.outcome() + " " + s.reason())
                .toList();
    }

    private Path rewrite(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Path file = Files.createTempFile(home, "tampered", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : change.apply(read(loan)).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    static Map<String, byte[]> read(Path pack) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }
}
