package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinqiao.message.Digest;
import io.jinqiao.signing.SigningProfile.Algorithm;
import io.jinqiao.signing.SigningProfile.Form;
import io.jinqiao.signing.SigningProfile.Text;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.certs.TimeStampAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we sign, OpenSSL verifies, and the other way round. Left out only where OpenSSL 3 is not installed. */
class OpenSslTest {
    private static final byte[] INPUT = "待签名串 a=1&b=2".getBytes(StandardCharsets.UTF_8);

    private static SigningRoom bank;
    private static SigningRoom centre;

    @TempDir
    private Path work;

    private Path password;

    @BeforeAll
    static void open() {
        assumeTrue(installed(), "OpenSSL 3 is not installed");
        bank = TestIdentities.room("icbc");
        centre = TestIdentities.room("centre");
    }

    @AfterAll
    static void close() {
        if (bank != null) {
            bank.close();
            centre.close();
        }
    }

    @BeforeEach
    void input() throws IOException {
        Files.write(work.resolve("input"), INPUT);
        password = work.resolve("password");
        Files.writeString(password, TestIdentities.made().password());
    }

    @ParameterizedTest
    @ValueSource(strings = {SigningProfile.DEFAULT_USER_ID, "ALICE123@YAHOO.COM", ""})
    void sm2(String userId) throws Exception {
        SigningProfile profile = new SigningProfile(Algorithm.SM2_SM3, Form.DER, Text.BASE64, userId, userId);
        List<String> digest = List.of("-rawin", "-digest", "sm3", "-pkeyopt", "distid:" + userId);
        assertBothWays(profile, "icbc-sm2-sign", digest);
    }

    @Test
    void ecdsa() throws Exception {
        assertBothWays(
                SigningProfile.ecdsa(Form.DER, Text.BASE64), "icbc-p256-sign", List.of("-rawin", "-digest", "sha256"));
    }

    @Test
    void rsa() throws Exception {
        assertBothWays(SigningProfile.rsa(Text.BASE64), "icbc-rsa-sign", List.of("-rawin", "-digest", "sha256"));
    }

    /** OpenSSL 3.0 gives the SM2 user id to certificates but not to lists, so lists are compared for RSA only. */
    @Test
    void chainsAndRevocationLists() throws Exception {
        String id = "distid:" + SigningProfile.DEFAULT_USER_ID;
        assertThat(verifyChain("dev-root-sm2", "icbc-sm2-sign", "-vfyopt", id)).contains("OK");
        assertThat(verifyChain("stranger-root-sm2", "icbc-sm2-sign", "-vfyopt", id)).contains("verification failed");
        assertThat(verifyChain("dev-root-rsa", "icbc-tls-client", "-crl_check")).contains("OK");
        assertThat(verifyChain("dev-root-rsa", "icbc-tls-client-revoked", "-crl_check"))
                .contains("certificate revoked");
    }

    @Test
    void timeStamps() throws Exception {
        try (TimeStampAuthority authority =
                TimeStampAuthority.start(TestIdentities.made(), Clock.systemUTC(), 0)) {
            byte[] token = centre.timeStamps(authority.url()).token(Digest.of(INPUT).bytes());
            Path file = Files.write(work.resolve("token"), token);
            String said = run(
                    "ts", "-verify", "-data", work.resolve("input").toString(), "-in", file.toString(), "-token_in",
                    "-CAfile", TestIdentities.made().certificate("dev-root-rsa").toString());
            assertThat(said).contains("Verification: OK");
        }
    }

    private void assertBothWays(SigningProfile profile, String alias, List<String> digest) throws Exception {
        String ours = bank.signing().sign(profile, alias, INPUT);
        Path signature = Files.write(work.resolve("ours"), Base64.getDecoder().decode(ours));
        List<String> verify = List.of("-verify", "-pubin", "-inkey", publicKey(alias), "-sigfile", signature.toString());
        assertThat(pkeyutl(verify, digest)).contains("Verified Successfully");
        Path theirs = work.resolve("theirs");
        pkeyutl(List.of("-sign", "-inkey", privateKey(alias), "-out", theirs.toString()), digest);
        String text = Base64.getEncoder().encodeToString(Files.readAllBytes(theirs));
        assertThat(centre.signing()
                        .verify(profile, List.of(alias), INPUT, text, Instant.now())
                        .problem())
                .isNull();
    }

    private String pkeyutl(List<String> action, List<String> digest) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("pkeyutl", "-in", work.resolve("input").toString()));
        arguments.addAll(action);
        arguments.addAll(digest);
        return run(arguments.toArray(String[]::new));
    }

    private String verifyChain(String root, String alias, String... more) throws Exception {
        Path trusted = work.resolve("trusted");
        String crl = TestIdentities.made().certificate(root).toString().replace(".crt.pem", ".crl.pem");
        Files.writeString(
                trusted, Files.readString(TestIdentities.made().certificate(root)) + Files.readString(Path.of(crl)));
        List<String> arguments = new ArrayList<>(List.of("verify", "-CAfile", trusted.toString()));
        arguments.addAll(List.of(more));
        arguments.add(TestIdentities.made().certificate(alias).toString());
        return run(arguments.toArray(String[]::new));
    }

    private String publicKey(String alias) throws Exception {
        Path key = work.resolve("public");
        run("x509", "-in", TestIdentities.made().certificate(alias).toString(), "-noout", "-pubkey", "-out", key.toString());
        return key.toString();
    }

    private String privateKey(String alias) throws Exception {
        Path key = work.resolve("private");
        run("pkcs12", "-in", TestIdentities.made().keyStore(alias).toString(), "-nocerts", "-nodes", "-passin",
                "file:" + password, "-out", key.toString());
        return key.toString();
    }

    private static boolean installed() {
        try {
            return run("version").startsWith("OpenSSL 3");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
