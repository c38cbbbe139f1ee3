package io.jinqiao.opinion.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinqiao.opinion.TestSeal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another implementation opens our seal: {@code pdfsig} of poppler. */
class PdfSigTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsPoppler() {
        assumeTrue(Poppler.has("pdfsig"), "pdfsig (poppler-utils) is not installed");
    }

    @Test
    void saysThatTheSignatureIsValidAndTheTotalDocumentSigned() throws Exception {
        String said = pdfsig(SealedPdfTest.SealedFiles.ordinary(), "-nocert");

        assertThat(said).contains("Signature is Valid.", "Total document signed", "ETSI.CAdES.detached", "SHA-256");
    }

    @Test
    void saysSoForAnOpinionOfTwoPages() throws Exception {
        String said = pdfsig(SealedPdfTest.SealedFiles.ofTwoPages(), "-nocert");

        assertThat(said).contains("Signature is Valid.", "Total document signed");
    }

    @Test
    void trustsTheCertificateWhenGivenTheRoot() throws Exception {
        assumeTrue(Poppler.has("certutil"), "certutil (libnss3-tools) is not installed");
        Files.writeString(folder.resolve("root.pem"), TestSeal.rootPem());
        Poppler.run(folder, "certutil", "-N", "-d", "sql:" + folder, "--empty-password");
        Poppler.run(folder, "certutil", "-A", "-d", "sql:" + folder, "-n", "root", "-t", "CT,CT,CT", "-i", "root.pem");

        String said = pdfsig(SealedPdfTest.SealedFiles.ordinary(), "-nssdir", folder.toString());

        assertThat(said).contains("Signature is Valid.", "Total document signed", "Certificate is Trusted.");
    }

    @Test
    void noticesAChangedByte() throws Exception {
        byte[] file = SealedPdfTest.SealedFiles.ordinary();
        file[file.length / 2] ^= 1;

        assertThat(pdfsig(file, "-nocert")).contains("Digest Mismatch").doesNotContain("Signature is Valid");
    }

    @Test
    void noticesWhatWasAddedAfterwards() throws Exception {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(SealedPdfTest.SealedFiles.ordinary());
        more.write("\n% added\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(pdfsig(more.toByteArray(), "-nocert")).doesNotContain("Total document signed");
    }

    private String pdfsig(byte[] file, String... options) throws IOException, InterruptedException {
        Path pdf = Files.write(folder.resolve("opinion.pdf"), file);
        String[] command = new String[options.length + 2];
        command[0] = "pdfsig";
        System.arraycopy(options, 0, command, 1, options.length);
        command[command.length - 1] = pdf.toString();
        return Poppler.run(folder, command);
    }
}
