package io.jinqiao.workbench.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.ofd.SealedOfds;
import io.jinqiao.opinion.ses.SesPeople;
import io.jinqiao.signing.CertificateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyOpinionCommandTest {
    private static final byte[] OPINION = SealedOfds.ordinary();

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("trust"));
        byte[] root = CertificateFiles.der(SesPeople.ROOT.certificate);
        Files.writeString(
                folder.resolve("trust/root.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(root) + "\n-----END CERTIFICATE-----\n");
        Files.write(folder.resolve("opinion.ofd"), OPINION);
    }

    @Test
    void endsWithTwoWhenNothingIsWrongButNotEverythingCouldBeChecked() {
        assertThat(run("opinion.ofd", "--lang", "en")).isEqualTo(2);
        assertThat(said.toString()).contains("No trusted root certificates were given", "nothing wrong was found");
    }

    @Test
    void endsWithOneWhenTheDocumentIsRefused() throws IOException {
        byte[] changed = OPINION.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(folder.resolve("changed.ofd"), changed);

        assertThat(run("changed.ofd")).isEqualTo(1);
        assertThat(said.toString()).contains("结论：不予认可");
    }

    @Test
    void comparesWithTheRecordAndTellsThatItWasRevoked() throws IOException {
        record("60000000", "revoked");

        assertThat(run("opinion.ofd", "--trust", path("trust"), "--record", path("record.json"))).isEqualTo(2);
        assertThat(said.toString()).contains("document.revoked", "通过  与审批记录核对", "通过  签章人证书", "通过  盖章单位");
    }

    @Test
    void refusesAnotherAmountThanTheRecords() throws IOException {
        record("50000000", "in-force");

        assertThat(run("opinion.ofd", "--record", path("record.json"))).isEqualTo(1);
        assertThat(said.toString()).contains("document.record_differs");
    }

    @Test
    void tellsItsExitCodesWhenAskedForHelp() {
        assertThat(run("opinion.ofd", "--help")).isZero();
        assertThat(said.toString()).contains("--trust", "--record", "Exit codes", "核验不完整").doesNotContain("结论");
    }

    @Test
    void aRecordItCannotReadIsAWrongCommandLine() throws IOException {
        Files.writeString(folder.resolve("record.json"), "{\"opinionNo\":\"x\",\"extra\":1}");

        assertThat(run("opinion.ofd", "--record", path("record.json"))).isEqualTo(2);
        assertThat(said.toString()).doesNotContain("结论");
    }

    private void record(String fen, String standing) throws IOException {
        Files.writeString(
                folder.resolve("record.json"),
                "{\"opinionNo\":\"SP202611230000017\",\"version\":1,\"amountFen\":" + fen + ",\"months\":300,\"validTo\":\"2099-12-31\","
                        + "\"standing\":\"" + standing + "\",\"organisation\":\"" + SesPeople.CENTRE + "\"}");
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String file, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = path(file);
        System.arraycopy(options, 0, all, 1, options.length);
        PrintWriter out = new PrintWriter(said);
        return new CommandLine(new VerifyOpinionCommand()).setOut(out).setErr(new PrintWriter(new StringWriter())).execute(all);
    }
}
