package io.jinqiao.workbench.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Operation;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import io.jinqiao.support.TestIdentities;
import io.jinqiao.workbench.samples.FirstDifference;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class ReportsTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"q\" \u0000\u0001]]>";

    @TempDir
    private Path folder;

    @Test
    void thePageSaysEverythingInBothLanguagesAndLetsNoTextBecomeMarkup() {
        String page = HtmlReport.of(report(passed(), failed(), notRun()));
        assertThat(page).contains("符合性报告", "Conformance report", "失败", "Failures", "未执行", "not run", "双方签认单", "Sign-off sheet", "应为 Expected", "建议 Likely fix");
        assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>", "alert('x')</script>");
        assertThat(page).contains("未通过 Not passed", "1 通过 passed · 1 失败 failed · 1 未执行 not run");
        assertThat(page).contains("000000  ff fe").contains("恶意用例经同意 Hostile cases agreed by");
    }

    @Test
    void theFileForMachinesIsWellFormedAndCountsWhatThereIs() throws Exception {
        String text = JunitReport.of(report(passed(), failed(), notRun()));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element all = factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertThat(List.of(all.getAttribute("tests"), all.getAttribute("failures"), all.getAttribute("skipped"))).containsExactly("3", "1", "1");
        assertThat(all.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(all.getElementsByTagName("failure").item(0).getTextContent()).contains("their field", "<script>", "ff fe");
        assertThat(((Element) all.getElementsByTagName("skipped").item(0)).getAttribute("message")).contains("没有数据 / no data");
    }

    @Test
    void nothingRanIsAFailure() {
        assertThat(report(notRun()).well()).isFalse();
        assertThat(report().well()).isFalse();
        assertThat(report(passed(), notRun()).well()).isTrue();
        assertThat(report(passed(), failed()).well()).isFalse();
    }

    @Test
    void nothingRanOfOnePartIsAFailureWithItsReasons() {
        Report idle = report(EnumSet.allOf(Trial.Level.class), result("sound", Trial.Level.CODEC, new Outcome.Passed()), notRun());
        assertThat(idle.well()).isFalse();
        assertThat(HtmlReport.of(idle)).contains("未通过 Not passed", "真实通道：什么都没有执行。没有数据", "nothing ran over the real channel. no data");
        assertThat(report(EnumSet.of(Trial.Level.CODEC), result("sound", Trial.Level.CODEC, new Outcome.Passed()), notRun()).well()).isTrue();
    }

    @Test
    void whatDidNotRunHasNoTickAndNoCounts() {
        StringWriter said = new StringWriter();
        Terminal terminal = new Terminal(new PrintWriter(said));
        terminal.accept(notRun());
        terminal.finish();
        assertThat(said.toString()).startsWith("– channel  decision-notice").doesNotContain("✓");
        assertThat(HtmlReport.of(report(notRun()))).contains("<td>– (1)</td>").doesNotContain("0/0/1");
        terminal.accept(passed());
        terminal.finish();
        assertThat(said.toString()).contains("✓ channel");
    }

    @Test
    void bytesAreReadInThePartnersCharactersWithHexBeside() {
        Charset gbk = Charset.forName("GBK");
        byte[] stored = "<ap><BorrowerName>欧阳娜</BorrowerName><X>1</X></ap>".getBytes(gbk);
        byte[] other = "<ap><BorrowerName>欧阳娟</BorrowerName><X>1</X></ap>".getBytes(gbk);
        assertThat(FirstDifference.between(stored, other, gbk))
                .contains("in member BorrowerName", "expected …<ap><BorrowerName>欧阳娜</BorrowerName>", "but was …<ap><BorrowerName>欧阳娟</", "[c4 c8 3c ", "[be ea 3c ")
                .doesNotContain("�");
        Result failed = result("bad", Trial.Level.CODEC, new Outcome.Failed(new Finding("a", "b", stored, gbk, null, null, null, new Words("改", "mend"))));
        assertThat(JunitReport.of(report(failed))).contains("欧阳娜", "c5 b7 d1 f4");
        assertThat(HtmlReport.of(report(failed))).contains("欧阳娜", "c5 b7 d1 f4");
        assertThat(HexText.text("requestXml=%3CTX%3E%C5%B7%D1%F4%3C%2FTX%3E".getBytes(gbk), gbk)).isEqualTo("requestXml=<TX>欧阳</TX>");
    }

    @Test
    void aSignedFileVerifiesAndOneChangedByteDoesNot() throws Exception {
        Path file = new SignedFiles(folder, TestIdentities.made()).write("report.html", "报告 report");
        String signature = Files.readAllLines(folder.resolve("report.html.sig")).get(1);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(verdict(bytes, signature).accepted()).isTrue();
        bytes[bytes.length - 1] ^= 1;
        assertThat(verdict(bytes, signature).accepted()).isFalse();
        assertThat(folder.resolve(SignedFiles.KEY + ".crt.pem")).hasSameBinaryContentAs(TestIdentities.made().certificate(SignedFiles.KEY));
    }

    private static Verdict verdict(byte[] bytes, String signature) {
        try (SigningRoom room = TestIdentities.room("centre")) {
            return room.signing().verify(SignedFiles.PROFILE.mirrored(), List.of(SignedFiles.KEY), bytes, signature, Instant.now());
        }
    }

    private static Report report(Result... results) {
        return report(EnumSet.of(Trial.Level.CHANNEL), results);
    }

    private static Report report(Set<Trial.Level> wanted, Result... results) {
        return new Report("bank", HOSTILE, "spec 1", Instant.parse("2026-11-28T01:02:03Z"), new Words("对端", HOSTILE), HOSTILE, List.of(new Words(HOSTILE, "remark")), wanted, List.of(results));
    }

    private static Result passed() {
        return result("good", new Outcome.Passed());
    }

    private static Result notRun() {
        return result("not-run", Outcome.notRun("没有数据", "no data " + HOSTILE));
    }

    private static Result failed() {
        return result("bad", new Outcome.Failed(new Finding(
                "a", HOSTILE, new byte[] {(byte) 0xff, (byte) 0xfe}, StandardCharsets.UTF_8, "our.place", HOSTILE, null, new Words("改法", HOSTILE))));
    }

    private static Result result(String name, Outcome outcome) {
        return result(name, Trial.Level.CHANNEL, outcome);
    }

    private static Result result(String name, Trial.Level level, Outcome outcome) {
        return new Result(new Trial(Operation.DECISION_NOTICE, true, Trial.Kind.AGREED, level, name, new Words("例", HOSTILE)), outcome, Duration.ofMillis(3));
    }
}
