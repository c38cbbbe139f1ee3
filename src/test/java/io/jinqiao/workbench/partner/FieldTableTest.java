package io.jinqiao.workbench.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.check.CatalogueCheck;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class FieldTableTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/fields");
    private static final Path HARBOUR_BANK = GOLDEN.resolve("harbour-bank.csv");

    @TempDir
    private Path home;

    @Test
    void makesTheObviousLinesAndMarksTheOthers() throws IOException {
        assertThat(run("abc", HARBOUR_BANK)).contains("open questions");
        assertGolden();
        String readme = Files.readString(folder().resolve("README.md"));
        assertThat(readme.substring(readme.indexOf("## Open fields"))).isEqualTo(Files.readString(GOLDEN.resolve("open-fields.md")));
    }

    @Test
    void aWorkbookWithASheetForEachOperationSaysTheSame() throws IOException {
        run("abc", workbook());
        assertGolden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8"})
    void readsGb18030AndUtf8WithAMark(String charset) throws IOException {
        String mark = charset.equals("UTF-8") ? "\uFEFF" : "";
        Path table = home.resolve("fields.csv");
        Files.write(table, (mark + Files.readString(HARBOUR_BANK)).getBytes(Charset.forName(charset)));
        run("abc", table);
        assertGolden();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "icbc", "ccb", "psbc"})
    void theFolderHasNoProblemButTheOpenLines(String like) {
        run(like, HARBOUR_BANK);
        CatalogueCheck.Report report = new CatalogueCheck(new Sources(home, FieldTableTest.class.getClassLoader()), Clock.systemUTC()).run("harbour-bank");
        assertThat(report.problems()).extracting(RuleProblem::what).hasSize(8).allMatch(what -> what.startsWith("未决 / open: "));
        assertThat(report.checked().get("harbour-bank")).endsWith("8 open line(s) / 8 行未决");
    }

    @Test
    void tellsEverythingWrongInATableAtOnceAndWritesNothing() throws IOException {
        String said = run("abc", table("""
                name,chinese name,type,length,required,remark,operation
                AppNo,编号,VARCHAR,32,Y,,application-withdrawal
                AppNo,编号,VARCHAR,32,Y,,application-withdrawal
                Reason,原因,BLOBBY,200,Y,,application-withdrawal
                Operator,柜员,VARCHAR,0,Y,,application-withdrawal
                2nd,其他,VARCHAR,1,N,,application-withdrawal
                Other,其他,VARCHAR,1,N,,tea
                """));
        assertThat(said)
                .contains("fields.csv:3:1  第 2 行已有 / \"AppNo\" stands in row 2 already")
                .contains("fields.csv:4:3  未知类型 / unknown type \"BLOBBY\"; 已知 / known: [string, ")
                .contains("fields.csv:5:4  不是长度 / the length \"0\" is none; 填 1 起、至多九位的数字，或留空 / a number from 1")
                .contains("fields.csv:6:1  不是字段名 / \"2nd\" is no name")
                .contains("fields.csv:7:7  哪项业务？ / which operation? \"tea\" is none")
                .contains("nothing was written");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void tellsANameThatIsNoPathAndALengthNoFieldHas() throws IOException {
        String said = run("abc", table("""
                name,chinese name,type,length,required,remark,operation
                ../../x,编号,VARCHAR,32,Y,,application-withdrawal
                A..B,原因,VARCHAR,200,Y,,application-withdrawal
                A.,原因,VARCHAR,200,Y,,application-withdrawal
                A.2nd,原因,VARCHAR,200,Y,,application-withdrawal
                Operator,柜员,VARCHAR,-5,Y,,application-withdrawal
                Reason,原因,VARCHAR,99999999999999,Y,,application-withdrawal
                Teller,柜员,VARCHAR(99999999999999),,Y,,application-withdrawal
                /Head/AppNo,编号,VARCHAR,最长32,Y,,application-withdrawal
                """));
        assertThat(said)
                .contains("fields.csv:2:1  不是字段名 / \"../../x\" is no name")
                .contains("fields.csv:3:1  不是字段名 / \"A..B\" is no name")
                .contains("fields.csv:4:1  不是字段名 / \"A.\" is no name")
                .contains("fields.csv:5:1  不是字段名 / \"A.2nd\" is no name")
                .contains("fields.csv:6:4  不是长度 / the length \"-5\" is none; 填 1 起、至多九位的数字，或留空 / a number from 1")
                .contains("fields.csv:7:4  不是长度 / the length \"99999999999999\" is none")
                .contains("fields.csv:8:4  不是长度 / the length \"99999999999999\" is none")
                .contains("nothing was written")
                .doesNotContain("fields.csv:9:");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void tellsAFormulaAndAHeadingOfTwoRowsWithTheirSheet() throws IOException {
        Path table = home.resolve("fields.xlsx");
        try (OutputStream out = Files.newOutputStream(table); Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("撤回申请");
            row(sheet, 0, List.of("字段名", "中文名", "类型", "长度"));
            row(sheet, 1, List.of("", "名称", "数据类型", "最大长度"));
            row(sheet, 2, List.of("AppNo", "编号", "VARCHAR"));
            sheet.formula(2, 3, "16+16");
        }
        assertThat(run("abc", table))
                .contains("fields.xlsx:2:1  撤回申请  表头有两行或合并单元格 / the heading has two rows or merged cells; 表头合为一行：字段名、中文名、类型、长度、必填、备注 / make it one row")
                .contains("fields.xlsx:3:4  撤回申请  是公式 / the length is a formula; 粘贴为数值 / paste it as a value");
    }

    @Test
    void refusesWhatIsNoTableOrMoreThanAnybodyWrites() throws IOException {
        assertThat(run("abc", home.resolve("nowhere.csv"))).contains("cannot be read");
        assertThat(run("abc", table("a,b,c\n1,2,3\n"))).contains("no heading was found");
        Path text = Files.copy(table("字段名,中文名,类型\nA,甲,VARCHAR\n"), home.resolve("fields.xlsx"));
        assertThat(run("abc", text)).contains("fields.xlsx  名称是工作簿，内容不是 / named like a workbook, but is none; 另存为 .xlsx；若是文本，改名为 .csv / ");
        assertThat(run("abc", table("PK nothing of the kind"))).contains("nothing was written");
        String row = "F,字段,VARCHAR,1,application-withdrawal\n";
        assertThat(run("abc", table("name,title,type,length,operation\n" + row.repeat(100_000)))).contains("more than 5000 rows");
        assertThat(run("abc", table("name,title,type,length,operation\n" + row.repeat(1000)))).contains("and 899 more; 请先改正以上各处 / mend these first");
    }

    @Test
    void asksWhatAnUnknownWordForRequiredMeans() throws IOException {
        run("abc", table("""
                name,chinese name,type,length,required,remark,operation
                AppNo,贷款申请编号,VARCHAR,32,条件必填,,application-withdrawal
                Reason,撤回原因,VARCHAR,200,C,,application-withdrawal
                Colour,颜色,VARCHAR,8,C,,application-withdrawal
                Operator,柜员,VARCHAR,20,选填,,application-withdrawal
                """));
        String mapping = Files.readString(folder().resolve("mapping/application-withdrawal.yaml"));
        assertThat(mapping)
                .containsPattern("their: AppNo,.*# OPEN: required says \"条件必填\": when is it needed\\?")
                .containsPattern("their: Reason,.*# OPEN: required says \"C\"")
                .containsPattern("their: Colour,.*# OPEN: .*required says \"C\"")
                .doesNotContain("选填");
        assertThat(Files.readString(folder().resolve("README.md"))).contains("required says \"条件必填\"");
    }

    @Test
    void saysThatAHeadingAloneIsNoTable() throws IOException {
        assertThat(run("abc", table("name,chinese name,type,length,required,remark,operation\n")))
                .contains("只有表头，没有字段", "only a heading, no fields below it", "nothing was written")
                .doesNotContain("no heading was found");
    }

    private void assertGolden() throws IOException {
        for (String operation : List.of("applicant-check", "application-withdrawal")) {
            assertThat(folder().resolve("mapping/" + operation + ".yaml")).hasSameTextualContentAs(GOLDEN.resolve(operation + ".yaml"), StandardCharsets.UTF_8);
        }
    }

    private Path folder() {
        return home.resolve("adapters/harbour-bank");
    }

    private String run(String like, Path table) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        new CommandLine(new NewPartnerCommand())
                .setOut(writer)
                .setErr(writer)
                .execute("harbour-bank", "--like", like, "--from", table.toString(), "--home", home.toString());
        return out.toString();
    }

    private Path table(String text) throws IOException {
        return Files.writeString(home.resolve("fields.csv"), text);
    }

    /** The rows of the CSV, a sheet for each operation, lengths as numbers. */
    private Path workbook() throws IOException {
        List<String> lines = Files.readAllLines(HARBOUR_BANK);
        Path table = home.resolve("fields.xlsx");
        try (OutputStream out = Files.newOutputStream(table); Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (String operation : List.of("撤回申请", "资格预审")) {
                Worksheet sheet = workbook.newWorksheet(operation);
                row(sheet, 0, List.of(lines.get(0).split(",", -1)).subList(1, 8));
                List<String> own = lines.stream().filter(line -> line.startsWith(operation + ",")).toList();
                for (int i = 0; i < own.size(); i++) {
                    row(sheet, i + 1, List.of(own.get(i).split(",", -1)).subList(1, 8));
                }
            }
        }
        return table;
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.matches("[0-9]+")) {
                sheet.value(row, i, Integer.parseInt(cell));
            } else if (!cell.isEmpty()) {
                sheet.value(row, i, cell);
            }
        }
    }
}
