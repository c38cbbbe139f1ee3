package io.jinqiao.opinion.ses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another implementation reads what we write: {@code openssl asn1parse}, and checks what we signed. Left out only without OpenSSL 3. */
class SealOpenSslTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void needsOpenSsl() throws Exception {
        Process version = new ProcessBuilder("openssl", "version").redirectErrorStream(true).start();
        String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(version.waitFor() == 0 && said.startsWith("OpenSSL 3"), "OpenSSL 3 is not installed");
    }

    @Test
    void readsTheFieldsOfASealInTheOrderOfTheStandard() throws Exception {
        Files.write(folder.resolve("Seal.esl"), SesPeople.seal().encoded());

        List<String> fields = fields(run("openssl", "asn1parse", "-inform", "DER", "-in", "Seal.esl"));

        assertThat(fields)
                .containsExactly(
                        "SEQUENCE", "SEQUENCE", "SEQUENCE",
                        "IA5STRING:ES", "INTEGER:04", "IA5STRING:jinqiao-test", "IA5STRING:51010000000001",
                        "SEQUENCE", "INTEGER:01", "UTF8STRING:示范市住房公积金中心贷款审批专用章", "INTEGER:01", "SEQUENCE",
                        "OCTET STRING", "GENERALIZEDTIME:20260502000000Z", "GENERALIZEDTIME:20260502000000Z",
                        "GENERALIZEDTIME:20260731000000Z", "SEQUENCE", "IA5STRING:png", "OCTET STRING", "INTEGER:2A",
                        "INTEGER:2A", "OCTET STRING", "OBJECT:SM2-with-SM3", "BIT STRING");
    }

    @Test
    void readsASealedValueWithItsTimeStamp() throws Exception {
        SealedValue value = SealedValue.made(SesPeople.toSign(SesPeople.seal()), SesPeople.SIGNER);
        Files.write(folder.resolve("SignedValue.dat"), value.withTimeStamp(new byte[] {1, 2}).encoded());

        List<String> fields = fields(run("openssl", "asn1parse", "-inform", "DER", "-in", "SignedValue.dat"));

        assertThat(fields).startsWith("SEQUENCE", "SEQUENCE", "INTEGER:04", "SEQUENCE", "SEQUENCE");
        assertThat(fields)
                .endsWith(
                        "GENERALIZEDTIME:20260601000000Z", "BIT STRING", "IA5STRING:/Doc_0/Signs/Sign_0/Signature.xml",
                        "OCTET STRING", "OBJECT:SM2-with-SM3", "BIT STRING", "cont [ 0 ]", "BIT STRING");
    }

    @Test
    void acceptsTheSignatureOverWhatIsToBeSigned() throws Exception {
        SealedValue value = SealedValue.made(SesPeople.toSign(SesPeople.seal()), SesPeople.SIGNER);
        byte[] key = SesPeople.SIGNER.certificate().getPublicKey().getEncoded();
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key) + "\n-----END PUBLIC KEY-----\n");
        Files.write(folder.resolve("tbs"), value.toSign().encoded());
        Files.write(folder.resolve("signature"), value.signature().bytes());

        assertThat(run("openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-digest", "sm3",
                        "-pkeyopt", "distid:1234567812345678", "-in", "tbs", "-sigfile", "signature"))
                .contains("Signature Verified Successfully");
    }

    /** Kind and value of each line, without positions and lengths. */
    private static List<String> fields(String parsed) {
        return parsed.lines()
                .map(line -> line.replaceFirst(".*?(?:cons|prim): ", "").replaceFirst("\\[HEX DUMP].*", "").strip())
                .map(line -> line.replaceFirst("\\s*:", ":").replaceFirst(":$", ""))
                .toList();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
