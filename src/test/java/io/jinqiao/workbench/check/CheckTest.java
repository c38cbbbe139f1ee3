package io.jinqiao.workbench.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.MemoryFolders;
import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CheckTest {
    private static final String FOLDER = "adapters/icbc/";

    private final MemoryFolders folders = new MemoryFolders();

    @Test
    void findsNothingWrongWithWhatIsShipped() {
        assertThat(check()).isEmpty();
        StringWriter out = new StringWriter();
        int code = new CommandLine(new Check()).setOut(new PrintWriter(out)).execute("--home", ".");
        assertThat(out.toString()).contains("icbc: 29 operations").contains("目录停用 / enabled: false: contribution-enquiry").contains("no problem");
        assertThat(code).isZero();
    }

    @Test
    void namesTheAgreedOperationsThatHaveNoRoute() {
        folders.delete("routes/opinion-printed.camel.yaml")
                .delete("routes/opinion-revoked-answered.camel.yaml")
                .replace(FOLDER + "adapter.yaml", "  attachment: {code: /api/housingfund/attachment/V1", "  attachment: {enabled: false, code: /api/housingfund/attachment/V1");
        CatalogueCheck.Report report = new CatalogueCheck(folders, ShippedFolders.CLOCK).run(null);
        assertThat(report.problems()).isEmpty();
        assertThat(report.notInService().get("icbc")).extracting(String::valueOf)
                .contains(
                        "opinion-printed (no route opinion-printed)",
                        "opinion-revoked (no route opinion-revoked-answered)",
                        "attachment (enabled: false)")
                .noneMatch(told -> told.startsWith("loan-application") || told.startsWith("status-enquiry"));
    }

    @Test
    void tellsARuleFileUnderANameNobodyReads(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/retentions.yaml"), "format: 1\n");
        StringWriter out = new StringWriter();
        int code = new CommandLine(new Check()).setOut(new PrintWriter(out)).execute("--home", home.toString());
        assertThat(out.toString()).contains("rules/retentions.yaml  没有程序读取此名称的文件 / nobody reads a file of this name", "did you mean \"rules/retention.yaml\"?");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void nothingToCheckIsAFailure() {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new Check()).setOut(new PrintWriter(out)).execute("nobody", "--home", ".");
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("nothing to check");
    }

    @Test
    void tellsFaultsOfSeveralFilesAtOnceWithFileLineAndAlternatives() {
        folders.replace(FOLDER + "adapter.yaml", "repeat-answer: same-bytes", "repeat-answers: same-bytes")
                .replace(FOLDER + "codes.yaml", "failure: loan.unknown", "failure: loan.unkown")
                .replace(FOLDER + "mapping/loan-application.yaml", "as: \"date:yyyyMMdd\"", "as: \"dat:yyyyMMdd\"");
        String told = String.join("\n", check().stream().map(RuleProblem::toString).toList());
        assertThat(told)
                .contains(FOLDER + "adapter.yaml:" + line("adapter.yaml", "repeat-answers"))
                .contains("did you mean \"repeat-answer\"")
                .contains(FOLDER + "codes.yaml:" + line("codes.yaml", "loan.unkown"))
                .contains("did you mean \"loan.unknown\"")
                .contains(FOLDER + "mapping/loan-application.yaml:" + line("mapping/loan-application.yaml", "dat:yyyy"))
                .contains("known: money:fen");
    }

    @Test
    void theCommandFailsWhenSomethingIsWrong(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve(FOLDER));
        Files.writeString(home.resolve(FOLDER + "adapter.yaml"), "format: 2");
        StringWriter out = new StringWriter();
        int code = new CommandLine(new Check()).setOut(new PrintWriter(out)).execute("--home", home.toString());
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains(FOLDER + "adapter.yaml:1").contains("problem(s) in");
    }

    /** @param marked text of the changed file in whose line the problem is told; null: the whole file */
    record Fault(String what, String file, String from, String to, String marked, String told) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Fault> faults() {
        return List.of(
                new Fault("no YAML", "adapter.yaml", "role: bank", "role: [bank", null, "not YAML"),
                new Fault("a name twice", "adapter.yaml", "role: bank", "role: bank\nrole: registry", "role: registry", "named twice"),
                new Fault("another partner's name", "adapter.yaml", "partner: icbc", "partner: icbd", "partner: icbd", "not named like its folder"),
                new Fault("an unknown member", "adapter.yaml", "charset: UTF-8\nmoney", "charset: UTF-8\ncolour: red\nmoney", "colour", "not known here"),
                new Fault("an unknown charset", "adapter.yaml", "charset: UTF-8\nmoney", "charset: UTF-9\nmoney", "UTF-9", "unknown charset"),
                new Fault("a duration without unit", "adapter.yaml", "freshness: 5m", "freshness: 5", "freshness: 5", ""),
                new Fault("an unknown operation", "adapter.yaml", "  attachment: {code: /api/housingfund/attachment/V1}", "  attachments: {code: /api/housingfund/attachment/V1}", null, ""),
                new Fault("two operations with one code", "adapter.yaml", "/api/housingfund/opinionprinted/V1", "/api/housingfund/contractsigned/V1", "opinion-printed: {code", "the same code"),
                new Fault("a signing profile that is not there", "adapter.yaml", "ours: SM2 ", "ours: SM3 ", "ours: SM3", "unknown signing profile"),
                new Fault("SM2 without a user id", "adapter.yaml", "      their-user-id: icbc-open-api\n", "", "algorithm: sm2-sm3", "user ids"),
                new Fault("a channel without time-outs", "adapter.yaml", "    connect-timeout: 2s\n", "", "direction: out", "time-outs"),
                new Fault("another partner's gate", "adapter.yaml", "address: /partners/icbc", "address: /partners/abc", "/partners/abc", "own gate"),
                new Fault("no pattern of a time", "adapter.yaml", "HH:mm:ss@Asia/Shanghai\"", "HH:mm:ss@Asia/Shangai\"", "Shangai", "no pattern of a time"),
                new Fault("an operation without table", "adapter.yaml", "operations:", "operations:\n  opinion-printed-2: {code: /x}", null, ""),
                new Fault("an unknown conversion", "mapping/decision-notice.yaml", "as: \"money:yuan-2\"", "as: \"money:jiao\"", "money:jiao", "unknown conversion"),
                new Fault("a date pattern without a day", "mapping/decision-notice.yaml", "date:yyyyMMdd", "date:yyyyMM", "date:yyyyMM", "unknown conversion"),
                new Fault("another unit of money", "mapping/decision-notice.yaml", "as: \"money:yuan-2\"", "as: \"money:fen\"", "money:fen", "in yuan-2"),
                new Fault("an amount without conversion", "mapping/decision-notice.yaml", "approved.amount, title: 批准金额, as: \"money:yuan-2\"", "approved.amount, title: 批准金额", "approved.amount", "wants an amount"),
                new Fault("a place we do not have", "mapping/decision-notice.yaml", "our: noticeNo", "our: noticNo", "noticNo", "did you mean \"noticeNo\""),
                new Fault("a required place without a line", "mapping/decision-notice.yaml", "  - {our: decidedOn", "  #", "request:", "the required place \"decidedOn\""),
                new Fault("an optional place without a line", "mapping/decision-notice.yaml", "  - {our: reason", "  #", "request:", "not-carried"),
                new Fault("their member twice", "mapping/decision-notice.yaml", "their: acceptance_no", "their: app_no", "our: acceptanceNo", "stands in line"),
                new Fault("our place twice", "mapping/decision-notice.yaml", "our: acceptanceNo", "our: applicationNo", "their: acceptance_no", "stands in line"),
                new Fault("a value and a group of one name", "mapping/decision-notice.yaml", "their: reason", "their: applied", "their: applied,", "inside the other"),
                new Fault("rows where there are none", "mapping/decision-notice.yaml", "our: reason, their: reason, title: 不予批准的理由, max: 500", "our: reason, their: reason, rows: [{their: x, constant: y}]", "our: reason", "not repeated"),
                new Fault("a table that is not there", "mapping/decision-notice.yaml", "codes: decision", "codes: decisions", "decisions", "did you mean \"decision\""),
                new Fault("words without a table", "mapping/decision-notice.yaml", "codes: decision, ", "", "our: outcome", "one of the words"),
                new Fault("a line that says nothing", "mapping/decision-notice.yaml", "{our: reason, their: reason", "{their: reason", "{their: reason", "neither our place"),
                new Fault("another operation's table", "mapping/decision-notice.yaml", "operation: decision-notice", "operation: attachment", "operation: attachment", "not named like"),
                new Fault("a word we do not have", "mapping/code-tables.yaml", "\"2\": rejected", "\"2\": refused", null, "refused"),
                new Fault("a word without a code", "mapping/code-tables.yaml", "\"1\": approved, ", "", null, "no code for \"approved\""),
                new Fault("two codes for one word", "mapping/code-tables.yaml", "\"1\": approved, ", "\"1\": approved, \"3\": approved, ", "approved", "two codes mean"),
                new Fault("a table nobody uses", "mapping/code-tables.yaml", "tables:", "tables:\n  spare: {source: x, codes: {a: b}}", "spare", "no mapping uses"),
                new Fault("a code twice", "codes.yaml", "{code: \"-20002\", means", "{code: \"-20001\", means", "once.key_conflict", "twice"),
                new Fault("an unknown failure", "codes.yaml", "failure: loan.unknown", "failure: loan.lost", "loan.lost", "unknown failure code"),
                new Fault("failures nothing is answered with", "codes.yaml", "  - {failures: \"*\", code: \"-99999\"}\n", "", "refusals:", "no code to answer"),
                new Fault("an answer with an accepting code", "codes.yaml", "{failures: \"*\", code: \"-99999\"}", "{failures: \"*\", code: \"0\"}", "{failures: \"*\"", "does not mean rejected"),
                new Fault("no accepting code", "codes.yaml", "code: \"0\", means: accepted", "code: \"0\", means: rejected, failure: partner.refused", "codes:", "no code means accepted"),
                new Fault("a rejection without a failure", "codes.yaml", "means: rejected, failure: loan.unknown", "means: rejected", null, "failure"),
                new Fault("a code seen in a sample only", "codes.yaml", "  - {code: \"-30002\", means: rejected, failure: loan.unknown, text: \"没有这笔申请 / no such application\", clause: \"ours, 6.4\"}\n", "", null, ""),
                new Fault("a stored file that is not its canonical content", "files/samples/repayment-status.daily.request.canonical.json", "JK2023000002", "JK2023000003", null, "row 2, contractNo: expected JK2023000003 but was JK2023000002"),
                new Fault("a stored file written otherwise", "files/repayment-status.yaml", "result_text, title: 结果说明, width: 80", "result_text, title: 结果说明, width: 79", null, "is not read as its canonical content: line 2"),
                new Fault("another width of a stored file's column", "files/samples/repayment-status.daily.request.canonical.json", "H202611200000001", "H202611200000009", null, "host_serial: expected …"),
                new Fault("a sample that is not its canonical content", "samples/opinion-printed.two-copies.canonical.json", "DY0001", "DY0002", null, "not what the request says"),
                new Fault("a signing input of another request", "samples/opinion-printed.two-copies.signing-input", "DY0001", "DY0002", null, "at byte"),
                new Fault("a sample nobody can read", "samples/opinion-printed.two-copies.request.json", "\\\"copies\\\":2", "\\\"copies\\\":99", null, "copies"),
                new Fault("a sample's answer to another message", "samples/opinion-printed.two-copies.reply.json", "\"msg_id\":\"", "\"msg_id\":\"X", null, "another message"),
                new Fault("a sample's unknown return code", "samples/opinion-printed.two-copies.reply.json", "\"return_code\":\"0\"", "\"return_code\":\"E1042\"", null, "E1042 has no outcome"),
                new Fault("a stub at an unknown address", "stubs/mappings/decision-notice.json", "/decisionnotice/V1", "/decisionnotices/V1", "decisionnotices", "unknown address"),
                new Fault("a stub that is not JSON", "stubs/mappings/decision-notice.json", "{\n  \"name\"", "{{\n  \"name\"", null, "not YAML"),
                new Fault("a stub nobody signs", "stubs/mappings/decision-notice.json", "\"jinqiao-sign\"", "\"jinqiao-signs\"", "\"response\"", "nothing signs"),
                new Fault("a stub with an unknown code", "stubs/mappings/decision-notice.json", "return_code\\\":\\\"0", "return_code\\\":\\\"7", "\"response\"", "7 has no outcome"),
                new Fault("a schema with another member", "schema/decision-notice.request.schema.json", "\"notice_no\": {", "\"notice_nr\": {", null, "notice_n"),
                new Fault("a schema stricter than a sample", "schema/opinion-printed.request.schema.json", "\"maxLength\": 32", "\"maxLength\": 3", null, ""));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsOneSeededFault(Fault fault) {
        folders.replace(FOLDER + fault.file(), fault.from(), fault.to());
        assertThat(check()).anySatisfy(problem -> {
            assertThat(problem.toString()).contains(fault.told());
            if (fault.marked() != null) {
                assertThat(problem.file()).isEqualTo(FOLDER + fault.file());
                assertThat(problem.line()).isEqualTo(line(fault.file(), fault.marked()));
            }
        });
    }

    @Test
    void tellsWhatWaitsBehindAnotherFault() {
        String abc = "adapters/abc/";
        folders.replace(abc + "adapter.yaml", "repeat-answer: ", "repeat-answers: ")
                .replace(abc + "adapter.yaml", "charset: GBK", "charset: GBX")
                .replace(abc + "schema/decision-notice.request.xsd", "name=\"NoticeNo\"", "name=\"NoticeNr\"")
                .write(abc + "schema/contract-signed.request.xsd", "<xs:schema>")
                .replace(abc + "mapping/decision-notice.yaml", "required: true}", "requird: true}")
                .replace(abc + "mapping/decision-notice.yaml", "as: digits", "as: digit");
        assertThat(told())
                .contains("did you mean \"repeat-answer\"", "unknown charset \"GBX\"")
                .contains("schema/decision-notice.request.xsd  缺少映射表中的项 / the member NoticeNo of the mapping table is missing", "NoticeNr is not in the mapping table")
                .contains("schema/contract-signed.request.xsd:1:", "is no XML schema")
                .contains("did you mean \"required\"", "unknown conversion \"digit\"")
                .doesNotContain("no mapping uses this table", "has no line");
    }

    @Test
    void aMissingDescriptorIsOneProblemAndNotOneForEveryFile() {
        folders.delete(FOLDER + "adapter.yaml");
        assertThat(check()).hasSize(1);
    }

    @Test
    void tellsASampleInAnotherCharsetWhileTheFolderIsNotRight() throws IOException {
        String sample = "adapters/abc/samples/decision-notice.approved-with-less.request.xml";
        String name = folders.list("adapters/abc/samples").stream().map(Source::name).filter(n -> n.contains("decision-notice") && n.contains(".request.")).findFirst().orElse(sample);
        folders.replace("adapters/abc/adapter.yaml", "repeat-answer: ", "repeat-answers: ")
                .write(name, "0000011<ap>贷款中</ap>");
        assertThat(told()).contains(name + "  不是约定的字符集 / not in the agreed charset GBK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mapping/decision-notice.yaml", "adapter.yaml", "README.md", "schema/decision-notice.request.schema.json"})
    void aFileThatIsNotUtf8IsNamedInWords(String file) {
        Source old = folders.get(FOLDER + file);
        folders.write(FOLDER + file, new String((old.text() + "\n# 公积金").getBytes(Charset.forName("GBK")), StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        assertThat(check()).filteredOn(problem -> problem.file().equals(FOLDER + file))
                .anySatisfy(problem -> assertThat(problem.toString()).contains("文件不是 UTF-8 编码", "the file is not UTF-8 (byte", "save it as UTF-8").matches("(?s).*" + file + ":[1-9].*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"testdata.example.yaml", "testdata.yaml"})
    void testDataIsHeldToItsFormTheAgreementAndOurMessages(String file) {
        folders.write(FOLDER + file, folders.get(FOLDER + "testdata.example.yaml").text()
                .replaceFirst("play: good", "play: god")
                .replaceFirst("operation: decision-notice", "operation: decision-notices")
                .replaceFirst("appliedMonths: \"240\"", "appliedMonths: \"many\"")
                .replaceFirst("format: 1", "format: 1\nagred: x"));
        assertThat(told())
                .contains(FOLDER + file + ":5", "did you mean \"agreed\"")
                .contains("none of the known words: \"god\"; 是否应为 \"good\" / did you mean \"good\"")
                .contains("unknown operation", "did you mean \"decision-notice\"");
        folders.write(FOLDER + file, folders.get(FOLDER + file).text().replace("decision-notices", "decision-notice"));
        assertThat(told()).contains(FOLDER + file + ":" + line(file, "\"many\""));
    }

    @Test
    void aWordOutOfAListIsToldInBothLanguagesWithTheNearest() {
        folders.replace(FOLDER + "adapter.yaml", "environment: sim", "environment: smi");
        assertThat(told()).contains("不是可选的词 / is none of the known words: \"smi\"; 是否应为 \"sim\" / did you mean \"sim\"? 已知 / known: prod, sim, uat");
    }

    @Test
    void whatIsNotInServiceIsToldInLinesPeopleCanRead() {
        StringWriter out = new StringWriter();
        new CommandLine(new Check()).setOut(new PrintWriter(out)).execute("--home", ".");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(130));
        assertThat(out.toString()).as("two registries in one house").contains("jinqiao.mortgage.registries.");
    }

    private String told() {
        return String.join("\n", check().stream().map(RuleProblem::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("neededFiles")
    void findsAMissingFile(String file) {
        folders.delete(FOLDER + file);
        assertThat(check()).anySatisfy(p -> assertThat(p.toString()).contains("missing").contains(file));
    }

    static List<String> neededFiles() {
        return List.of(
                "adapter.yaml",
                "codes.yaml",
                "README.md",
                "mapping/attachment.yaml",
                "schema/attachment.reply.schema.json",
                "samples/attachment.whole.signing-input",
                "samples/attachment.whole.reply.json",
                "files/samples/repayment-status.taken.result.canonical.json");
    }

    private List<RuleProblem> check() {
        return new CatalogueCheck(folders, ShippedFolders.CLOCK).run(null).problems();
    }

    private int line(String file, String text) {
        List<String> lines = folders.get(FOLDER + file).text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError("no line with " + text);
    }
}
