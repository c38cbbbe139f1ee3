package io.jinqiao.credit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTypesTest {
    private static final Path SHIPPED = Path.of("src/main/resources/rules/credit/record/210.yaml");

    @TempDir
    Path home;

    private RecordTypes read() {
        Sources sources = new Sources(home, getClass().getClassLoader());
        return new RecordTypes(sources, new CodeTables(sources));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve("rules/credit/record/" + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What is told of the shipped record 210 after one change of its text. */
    private List<RuleProblem> told(String from, String to) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(from);
        write("210.yaml", text.replace(from, to));
        try {
            read();
            return List.of();
        } catch (RulebookException e) {
            return e.problems();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            values: {OverdPrd: ["0"], TotOverd: ["0"]}}\\n  - {id: BLE005 | values: {OverdPrt: ["0"]}}\\n  - {id: BLE005 | unknown item "OverdPrt"          | did you mean "OverdPrd"?
            values: {RpyStatus: [C, G]}     | values: {RpyStatus: [C, Q]}                   | unknown code of RpyStatus "Q"       | known: #, *, 1
            type: "code FiveCate"           | type: "code FiveKate"                         | unknown table "FiveKate"            | did you mean "FiveCate"?
            type: uInt..3                   | type: uint..3                                 | does not match the regex pattern    |
            "40": required}\\n    items:\\n      - {name: AcctStatus | "41": required}\\n    items:\\n      - {name: AcctStatus | unknown event "41" | known: 10, 20, 30, 31, 32, 40
            segment: {F: absent}            | segment: {G: absent}                          | unknown segment "G"                 | known: B, C, D
            in: CagOfTrdInf                 | in: CagOfTrInf                                | unknown group "CagOfTrInf"          | did you mean "CagOfTrdInf"?
            positive: [CagOfTrdNm]          | positive: [CagOfTrdNm], blank: [CloseDate]    | a rule asks for one thing, this one for 2 | one of values
            count: CcNm                     | count: CccNm                                  | unknown item "CccNm"                | known: CcNm
            unique: [Ccc]                   | unique: [Cc]                                  | unknown item "Cc"                   | did you mean "Ccc"?
            name: SettDate                  | name: Month                                   | the item Month is there twice       |
            key: [AcctCode, RptDate, RptDateCode] | key: [AcctKode]                         | unknown item "AcctKode"             | did you mean "AcctCode"?""")
    void tellsWhatIsWrongWithItsLineAndTheFix(String from, String to, String what, String fix) throws IOException {
        List<RuleProblem> problems = told(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("rules/credit/record/210.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.toString()).contains(what);
            if (fix != null) {
                assertThat(problem.fix()).contains(fix);
            }
        });
    }

    @Test
    void tellsTheProblemsOfAllFilesAtOnce() throws IOException {
        String text = Files.readString(SHIPPED);
        write("210.yaml", text.replace("type: Org", "type: \"code Nothing\""));
        write("999.yaml", text.replace("record: \"210\"", "record: \"999\"").replace("segment: {D: required}", "segment: {Z: required}"));
        assertThat(catchThrowableOfType(RulebookException.class, this::read).problems())
                .extracting(RuleProblem::file)
                .contains("rules/credit/record/210.yaml", "rules/credit/record/999.yaml");
    }

    @Test
    void aRevisionHoldsFromItsDay() throws IOException {
        String text = Files.readString(SHIPPED);
        write("210-2027.yaml", text.replace("from: 2020-01-01", "from: 2027-01-01").replace("element: InAcctInf", "element: InAcctInfo"));
        assertThat(read().at("210", LocalDate.of(2026, 12, 31)).element()).isEqualTo("InAcctInf");
        assertThat(read().at("210", LocalDate.of(2027, 1, 1)).element()).isEqualTo("InAcctInfo");
    }

    @Test
    void twoFilesMayNotTellOfTheSameDay() throws IOException {
        write("210-again.yaml", Files.readString(SHIPPED));
        assertThat(catchThrowableOfType(RulebookException.class, this::read).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("another file tells record 210"));
    }
}
