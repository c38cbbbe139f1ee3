package io.jinqiao.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.IndependentScore;
import io.jinqiao.workbench.development.DevelopmentHouse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn spring-boot:run} shows a newcomer. */
class DemoTest {
    @TempDir
    Path home;

    @Test
    void twelveApplicationsBecomeSealedOpinionsEightAreRefusedAndASecondStartGoesOn() throws Exception {
        Shown first = walk();
        assertThat(first.well()).as(first.text()).isTrue();
        assertThat(first.text())
                .contains("12/12")
                .contains("signature.invalid")
                .contains("signature.signer_not_pinned")
                .contains("freshness.outside_window")
                .contains("once.key_conflict")
                .contains("field.check_digit_wrong")
                .contains("field.amount_precision")
                .contains("loan.kind_unsupported")
                .contains("field.too_long @home.address; ")
                .doesNotContain("！");
        for (String bank : List.of("icbc", "abc", "ccb", "psbc")) {
            assertThat(first.text().lines().filter(line -> line.contains(" " + bank + " ") && line.contains("打印")))
                    .as("three loans of %s from the application to the printed opinion", bank)
                    .hasSize(3);
        }

        for (String walked : List.of(
                "DEMO000000 .*预告登记 pre-noticed .*双预告 已办结 done.*权属核验 clean → 权属核验 clean → 已报送 submitted → 预告登记 pre-noticed",
                "DEMO000004 .*抵押登记 registered .*抵押 已办结 done，变更 已办结 done.*已报送 submitted → 抵押登记 registered",
                "DEMO000009 .*转本登记 converted .*双预告 已办结 done，转本 已办结 done.*预告登记 pre-noticed → .*转本登记 converted",
                "DEMO000007 .*已注销 released .*抵押 已办结 done，注销 已办结 done.*抵押登记 registered → 已注销 released")) {
            assertThat(first.text().lines().filter(line -> line.matches(walked + ".*"))).as(walked + "\n" + first.text()).hasSize(1);
        }

        assertThat(first.text()).as("a page the registry asked for").contains("3/3");

        assertThat(scores).as("one bank collects worse").hasSize(4).allMatch(line -> line.endsWith(" as exported"));
        assertThat(scores.subList(0, 3)).allMatch(line -> line.matches(".*: 9[0-9.]+ A 1\\.0000 as exported"));
        assertThat(scores.get(3)).matches(".* E 0\\.40* as exported");
        assertThat(first.text().lines().filter(line -> line.matches(".* (icbc|abc) +SFTP +6/6 .*|.* (ccb|psbc) +目录 directory +6/6 .*")))
                .as("each bank's daily file\n" + first.text())
                .hasSize(4);

        for (String bank : List.of("icbc", "abc", "ccb", "psbc")) {
            assertThat(first.text().lines().filter(line -> line.matches(bank + "-20260201-20260228 .* provisional +accepted +" + (bank.equals("psbc") ? 1 : 0) + " .*")))
                    .as("the scorecard reached %s in its own form, its answer is kept, and the worst one contests a case", bank)
                    .hasSize(1);
        }

        Shown second = walk();

        assertThat(second.well()).as(second.text()).isTrue();
        assertThat(table(second.text())).isEqualTo(table(first.text()));
        assertThat(second.text().lines().filter(line -> line.contains("此前已报送 told before"))).hasSize(4);
    }

    private List<String> scores = List.of();

    private record Shown(boolean well, String text) {}

    private Shown walk() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int port = DevelopmentHouse.freePort();
        try (Journey journey = Journey.begin(
                home, port, DevelopmentHouse.freePort(), new PrintStream(out, true, StandardCharsets.UTF_8))) {
            boolean well = journey.walk();
            assertThat(asked(port, "core-reviewer")).isEqualTo(200);
            scores = recomputed(port);
            return new Shown(well, out.toString(StandardCharsets.UTF_8));
        }
    }

    /** As the page about these files says. */
    private int asked(int port, String name) throws Exception {
        return get(port, name, "/api/v1/loans").statusCode();
    }

    private HttpResponse<byte[]> get(int port, String name, String path) throws Exception {
        String token = Files.readString(home.resolve("certs-dev/" + name + ".token")).strip();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Bearer " + token).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Every score of a period that is over, exported and computed again by a program of its own. */
    private List<String> recomputed(int port) throws Exception {
        List<String> said = new ArrayList<>();
        for (String bank : List.of("icbc", "abc", "ccb", "psbc")) {
            byte[] zip = get(port, "core-approver", "/api/v1/assessments/" + bank + "-20260201-20260228/export").body();
            Path folder = Files.createDirectories(home.resolve("recomputed/" + bank));
            try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (ZipEntry one = files.getNextEntry(); one != null; one = files.getNextEntry()) {
                    Files.write(folder.resolve(one.getName()), files.readAllBytes());
                }
            }
            IndependentScore.Ran ran = IndependentScore.computed(folder);
            assertThat(ran.exit()).as(ran.said()).isZero();
            said.add(ran.said().strip());
        }
        return said;
    }

    /** The same loans under the same numbers: nothing was done twice. */
    private static String table(String text) {
        String table = text.substring(text.indexOf("申请 loan"));
        return table.substring(0, table.indexOf("控制台"));
    }
}
