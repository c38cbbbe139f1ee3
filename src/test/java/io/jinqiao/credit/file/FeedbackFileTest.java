package io.jinqiao.credit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackFileTest {
    private static final String SENT = "D19999999H0001202610012100001";
    private static final String SOME = "A0722.0.0" + SENT + "32.0.0202610020900000000999" + "0000001\r\n";
    private static final String ROW = "<Document><FbInf><ErrRecId>18</ErrRecId><FbErrNum>2</FbErrNum><ErrInf><FbCode>BLE019</FbCode><FbMsg>OverdPrd</FbMsg></ErrInf>"
            + "<ErrInf><FbCode>BLR027</FbCode><FbMsg>0000</FbMsg></ErrInf><ErrRec>" + Base64.getEncoder().encodeToString("<Document>测试</Document>".getBytes(StandardCharsets.UTF_8))
            + "</ErrRec></FbInf></Document>\r\n";

    private final List<FeedbackRow> rows = new ArrayList<>();

    private FeedbackFile.Result read(String flag, InputStream in) throws IOException {
        return FeedbackFile.read(FileName.parse(SENT + flag).orElseThrow(), in, rows::add);
    }

    private FeedbackFile.Result read(String flag, String text) throws IOException {
        return read(flag, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsTheHeaderAndEachRefusedRecordWithItsRules() throws IOException {
        FeedbackFile.Result result = read("3", SOME + ROW);
        assertThat(result.problems()).isEmpty();
        assertThat(result.header()).isEqualTo(new FeedbackHeader(SENT, 3, 999, 1));
        assertThat(rows).containsExactly(new FeedbackRow(
                18, List.of(new FeedbackRow.Error("BLE019", "OverdPrd"), new FeedbackRow.Error("BLR027", "0000")), "<Document>测试</Document>"));
    }

    @Test
    void aWrongHeaderOfOursComesBackWithoutRowAndRecord() throws IOException {
        String refused = "<Document><FbInf><FbErrNum>1</FbErrNum><ErrInf><FbCode>ABH005</FbCode><FbMsg>0000</FbMsg></ErrInf></FbInf></Document>\r\n";
        assertThat(read("2", SOME.replace("32.0.0", "22.0.0").replace("0000999", "0000000") + refused).problems()).isEmpty();
        assertThat(rows).containsExactly(new FeedbackRow(0, List.of(new FeedbackRow.Error("ABH005", "0000")), null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            </ErrRec>        | </ErrRek>                | 2 | this is no record
            <ErrRecId>18     | <ErrRecId>-1             | 2 | a number of a row that is none
            <FbCode>BLE019   | <FbCode>                 | 2 | no code of an error
            <ErrRec>         | <ErrRec>*                | 2 | this is no record
            <Document><FbInf | <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Document><FbInf>&b; | 2 | this is no record
            0000001          | 0000002                  | 1 | tells 2 wrong records, the file 1
            H00012026        | H00022026                | 1 | different files
            A072             | B072                     | 1 | no header of an answer""")
    void tellsWhatCannotBeReadWithItsLine(String from, String to, long line, String what) throws IOException {
        assertThat(SOME + ROW).contains(from);
        FeedbackFile.Result result = read("3", (SOME + ROW).replace(from, to));
        assertThat(result.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.toString()).contains(what);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | all were taken, yet
            2 | refused whole, yet""")
    void tellsOfAHeaderThatContradictsItsFlag(String flag, String what) throws IOException {
        FeedbackFile.Result result = read(flag, SOME.replace("32.0.0", flag + "2.0.0"));
        assertThat(result.problems()).singleElement().asString().contains(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BLE019       | 测试甲                                        | BLE019 | ?
            BLE019       | 999999199003071234                            | BLE019 | ?
            BLE019       | 99999919920815456X                            | BLE019 | ?
            BLE019       | OverdPrd of Zhang                             | BLE019 | ?
            测试甲       | OverdPrd                                      | ?      | OverdPrd
            BLE019       | Aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee | BLE019 | ?
            BLE019       | ''                                            | BLE019 | ?
            BLE_19       | Tag_1                                         | BLE_19 | Tag_1""")
    void keepsOfWhatTheCenterWritesOnlyWhatIsACodeOrATag(String code, String tag, String keptCode, String keptTag) throws IOException {
        read("3", SOME + ROW.replace("BLE019", code).replace("OverdPrd", tag));
        assertThat(rows.get(0).errors().get(0)).isEqualTo(new FeedbackRow.Error(keptCode, keptTag));
    }

    @Test
    void readsNoFurtherThanIsWanted() throws IOException {
        byte[] text = (SOME + ROW + "rubbish\r\n" + ROW).getBytes(StandardCharsets.UTF_8);
        FeedbackFile.Result result = FeedbackFile.read(FileName.parse(SENT + "3").orElseThrow(), new ByteArrayInputStream(text), row -> false);
        assertThat(result.rows()).isEqualTo(1);
        assertThat(result.problems()).isEmpty();
    }

    @Test
    void goesOnAfterALineItCannotReadSoThatNothingElseIsLost() throws IOException {
        FeedbackFile.Result result = read("3", SOME + "rubbish\r\n" + ROW);
        assertThat(result.problems()).singleElement().satisfies(problem -> assertThat(problem.line()).isEqualTo(2));
        assertThat(rows).hasSize(1);
    }

    @Test
    void anEndlessLineCostsNoMemoryAndAnEmptyFileIsTold() throws IOException {
        InputStream endless = new InputStream() {
            private long left = 200_000_000L;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }
        };
        assertThat(read("3", endless).problems()).singleElement().satisfies(problem -> assertThat(problem.en()).contains("too long"));
        assertThat(read("3", "").problems()).singleElement().satisfies(problem -> assertThat(problem.en()).contains("empty"));
    }

    @Test
    void saysNoMoreOfAFileThatIsSomethingElse() throws IOException {
        assertThat(read("3", "rubbish\n".repeat(100_000)).problems()).hasSize(FeedbackFile.MAX_PROBLEMS);
    }
}
