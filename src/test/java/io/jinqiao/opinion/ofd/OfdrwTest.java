package io.jinqiao.opinion.ofd;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.DocumentVerdict.Outcome;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.VerificationBasis;
import io.jinqiao.opinion.VerificationStep;
import io.jinqiao.opinion.ses.Seal;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.signing.TestAuthority;
import io.jinqiao.workbench.bench.opinion.Ofdrw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another implementation opens our file, and we open its: ofdrw. Its verification is a sample (it accepts seals of forged makers and
 * expired ones), so what it accepts proves the format and the arithmetic, nothing more.
 */
@Tag("oracle")
class OfdrwTest {
    private static final String PAGE = "Doc_0/Pages/Page_0/Content.xml";

    @TempDir
    Path folder;

    @Test
    void acceptsOurSealAndNoticesAChangeInEveryPartOfIt() throws Exception {
        byte[] ours = SealedOfds.ordinary();

        List<String> said = verified(List.of(
                ours,
                SealedOfds.ofTwoPages(),
                changed(ours, PAGE),
                changed(ours, "Doc_0/Res/font_1.ttf"),
                changed(ours, "Doc_0/Signs/Sign_0/Signature.xml"),
                changed(ours, "Doc_0/Signs/Sign_0/Seal.esl"),
                changed(ours, "Doc_0/Signs/Sign_0/SignedValue.dat")));

        assertThat(said.subList(0, 2)).containsOnly("accepted");
        assertThat(said.subList(2, 7)).hasSize(5).allMatch(line -> line.startsWith("refused"));
    }

    @Test
    void readsTheWordsWeWrote() throws Exception {
        assertThat(ofdrw("text", file("ours.ofd", SealedOfds.ordinary())))
                .contains("编号：SP202611230000017", "¥600,000.00　（大写）人民币陆拾万元整", "2026年11月23日");
    }

    @Test
    void itsFileIsVerifiedByUsAndAChangeIsNoticed() throws Exception {
        KeyPair pair = TestAuthority.sm2();
        SesKey signer = SesPeople.key(
                pair,
                SesPeople.ROOT
                        .leaf("Seal Signer, O=" + SesPeople.CENTRE)
                        .key(pair)
                        .usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)
                        .issue());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS); // it seals with the time of the day
        Seal seal = SealedOfds.seal(SesPeople.info(
                SesPeople.listed(signer), SesPeople.CENTRE + "贷款审批专用章", now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS)));
        byte[] theirs = sealedByOfdrw(seal, pair, signer);
        VerificationBasis basis = new VerificationBasis(
                List.of(), List.of(), false, Set.of(SesPeople.CENTRE), null, now.plusSeconds(3600),
                LocalDate.of(2026, 12, 1));

        DocumentVerdict verdict = OpinionVerification.verify(theirs, basis);

        assertThat(verdict.failures()).isEmpty();
        assertThat(verdict.with(Outcome.PASSED).stream().map(DocumentVerdict.Finding::step))
                .contains(
                        VerificationStep.PACKAGE, VerificationStep.DIGESTS, VerificationStep.COVERAGE, VerificationStep.SIGNED_DATA,
                        VerificationStep.SIGNATURE, VerificationStep.SEAL, VerificationStep.SEAL_LIST, VerificationStep.TIMES);
        assertThat(verdict.opinionNo()).isEqualTo("SP202611230000017");
        assertThat(OpinionVerification.verify(changed(theirs, PAGE), basis).with(Outcome.FAILED)).isNotEmpty();
    }

    private byte[] sealedByOfdrw(Seal seal, KeyPair pair, SesKey signer) throws Exception {
        List<String> plan = List.of(
                "page", "text\t22\t38\t3.9\t编号：SP202611230000017", "text\t150\t38\t3.9\t第 1 版", "line\t22\t40\t188\t40\t0.9",
                "seal\t150\t200");
        Path out = folder.resolve("theirs.ofd");
        ofdrw(
                "seal",
                Files.write(folder.resolve("plan.tsv"), plan).toString(),
                file("Seal.esl", seal.encoded()),
                file("key.der", pair.getPrivate().getEncoded()),
                file("certificate.der", signer.certificate().getEncoded()),
                out.toString());
        return Files.readAllBytes(out);
    }

    private List<String> verified(List<byte[]> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("verify"));
        for (int i = 0; i < files.size(); i++) {
            command.add(file(i + ".ofd", files.get(i)));
        }
        return ofdrw(command.toArray(String[]::new));
    }

    private List<String> ofdrw(String... arguments) throws Exception {
        return new Ofdrw(Ofdrw.fetched(), folder).run(arguments);
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    /** One byte in the middle of one file of the package, another letter in place of a letter so that XML stays XML. */
    private static byte[] changed(byte[] package_, String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean found = false;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(package_));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] file = in.readAllBytes();
                if (entry.getName().equals(path)) {
                    found = true;
                    change(file, path.endsWith(".xml"));
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(file);
            }
        }
        assertThat(found).isTrue();
        return bytes.toByteArray();
    }

    private static void change(byte[] file, boolean xml) {
        int at = file.length / 2;
        if (xml) {
            String text = new String(file, StandardCharsets.ISO_8859_1);
            at = text.indexOf("Value", file.length / 2);
            at = text.indexOf('>', at) + 1;
        }
        file[at] = (byte) (file[at] == 'A' ? 'B' : 'A');
    }
}
