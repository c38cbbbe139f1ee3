package io.jinqiao.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jinqiao.evidence.RecordId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the commands of docs/evidence.md, and nothing else, on a real pack. */
class OpensslTest {
    private static final String LOAN = "JQ-2026-000017";

    @TempDir
    private static Path home;

    private static PackFixture fixture;
    private static Path loan;
    private static Path roots;

    @BeforeAll
    static void makeAPack() throws Exception {
        for (String tool : new String[] {"openssl", "xxd", "unzip", "bash"}) {
            assumeTrue(installed(tool), tool + " is not installed");
        }
        fixture = new PackFixture(home);
        RecordId first = fixture.node.journal.append(fixture.received("{\"a\":1}", LOAN, PackFixture.SM2, "icbc-sm2-sign"));
        fixture.node.journal.append(fixture.answer(first, "{\"ok\":1}", LOAN, PackFixture.SM2, "centre-sm2-sign"));
        fixture.node.journal.append(fixture.received("{\"x\":1}", "JQ-2026-000018", PackFixture.SM2, "icbc-sm2-sign"));
        fixture.node.journal.append(fixture.received("{\"b\":2}", LOAN, PackFixture.RSA, "icbc-rsa-sign"));
        fixture.linkAndSeal();
        String signature = fixture.bank.signing().sign(PackFixture.SM2, "icbc-sm2-sign", new byte[] {1});
        fixture.node.journal.append(
                fixture.received("{\"c\":3}", LOAN, PackFixture.SM2, "icbc-sm2-sign", new byte[] {2}, signature));
        fixture.linkAndSeal();
        loan = fixture.write(fixture.node.packs.forLoan(PackFixture.BANK, LOAN));
        roots = home.resolve("roots.pem");
        Files.writeString(
                roots,
                fixture.centre.material().anchors().stream()
                        .map(anchor -> Pem.certificate(PackFixture.der(anchor)))
                        .collect(Collectors.joining()));
    }

    @AfterAll
    static void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    @Test
    void thePagesCommandsAcceptARealPack() throws Exception {
        Ran ran = run(loan, roots);
        assertThat(ran.output).contains("Verification: OK").contains("Time stamp:").doesNotContain("DIFFERS");
        assertThat(ran.exit).as(ran.output).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "messages/01-received/body.bin", "messages/03-received/signature.bin", "messages/02-answered/record.txt",
        "statement/records.txt", "statement/signature.bin", "proofs/02/previous-link.txt", "proofs/01/path.txt", "proofs/seal-1/seal.tsr"})
    void thePagesCommandsRefuseAChangedByte(String name) throws Exception {
        Path tampered = rewrite(files -> {
            byte[] bytes = files.get(name).clone();
            bytes[bytes.length / 2] ^= 1;
            files.put(name, bytes);
        });
        assertThat(run(tampered, roots).exit).isNotZero();
    }

    @Test
    void thePagesCommandsMissARecordThatWasTaken() throws Exception {
        Path shortened = rewrite(files -> files.keySet().removeIf(n -> n.startsWith("messages/04-") || n.startsWith("proofs/04/")));
        Ran ran = run(shortened, roots);
        assertThat(ran.output).contains("RECORDS DIFFER");
        assertThat(ran.exit).isNotZero();
    }

    @Test
    void thePagesCommandsRefuseAnotherRoot() throws Exception {
        Path stranger = home.resolve("stranger.pem");
        Files.writeString(stranger, Pem.certificate(PackFixture.der(fixture.centre.keys().get("centre-rsa-sign").certificate())));
        assertThat(run(loan, stranger).exit).isNotZero();
    }

    private record Ran(int exit, String output) {}

    private static Ran run(Path pack, Path trusted) throws Exception {
        Path folder = Files.createTempDirectory(home, "check");
        Path script = Files.writeString(folder.resolve("check.sh"), commands());
        ProcessBuilder process = new ProcessBuilder("bash", script.toString()).directory(folder.toFile()).redirectErrorStream(true);
        process.environment().putAll(Map.of("PACK", pack.toString(), "ROOTS", trusted.toString()));
        Process running = process.start();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(4, TimeUnit.MINUTES)).isTrue();
        return new Ran(running.exitValue(), output);
    }

    /** Every block marked sh on the page, in order. */
    private static String commands() throws IOException {
        Matcher blocks = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/evidence.md")));
        String commands = blocks.results().map(b -> b.group(1)).collect(Collectors.joining("\n"));
        assertThat(commands).contains("openssl ts -verify").contains("openssl pkeyutl");
        return commands;
    }

    private static Path rewrite(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = PackTest.read(loan);
        change.accept(files);
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

    private static boolean installed(String tool) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
    }
}
