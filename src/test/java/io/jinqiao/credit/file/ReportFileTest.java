package io.jinqiao.credit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jinqiao.credit.record.RecordLine;
import io.jinqiao.credit.record.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {
    private static final FileName NAME = new FileName(Samples.PROVIDER, LocalDate.of(2026, 10, 1), "210", 1);
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 10, 1, 8, 30, 0);

    @TempDir
    Path folder;

    private static String unpacked(ByteArrayOutputStream out) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes(), StandardCharsets.UTF_8);
    }

    private void write(ReportFile file, ByteArrayOutputStream out) throws IOException {
        file.write(NAME, "2.0.0", FileHeader.ONE_FORM, MADE, packed -> packed, out);
    }

    @Test
    void hasTheHeaderThenOneRecordForEachLine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String line = RecordLine.of(Samples.account());
        try (ReportFile file = new ReportFile(folder)) {
            file.add(line);
            write(file, out);
        }
        assertThat(NAME).hasToString("D19999999H00012026100121000010");
        assertThat(unpacked(out)).isEqualTo("A0502102.0.0  D19999999H00012026100108300000000001\r\n" + line + "\r\n");
    }

    @Test
    void leavesNothingOnTheDiskAndNothingReadableWhileItIsMade() throws IOException {
        try (ReportFile file = new ReportFile(folder)) {
            for (int i = 0; i < 1000; i++) {
                file.add(RecordLine.of(Samples.account()));
            }
            write(file, new ByteArrayOutputStream());
            try (Stream<Path> waiting = Files.list(folder)) {
                assertThat(waiting).singleElement().satisfies(path -> assertThat(Files.readString(path, StandardCharsets.ISO_8859_1)).doesNotContain("InAcctInf"));
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesWhatIsNoLineAndADayThatIsNotItsNames() throws IOException {
        try (ReportFile file = new ReportFile(folder)) {
            assertThatThrownBy(() -> file.add("a\nb")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> file.write(NAME, "2.0.0", FileHeader.ONE_FORM, MADE.plusDays(1), packed -> packed, new ByteArrayOutputStream()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void putsTheCipherAroundWhatIsPacked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportFile file = new ReportFile(folder)) {
            file.write(NAME, "2.0.0", FileHeader.ONE_FORM, MADE, packed -> {
                packed.write('E');
                return packed;
            }, out);
        }
        assertThat(out.toByteArray()).startsWith('E', 0x1f, 0x8b);
    }

    @Test
    void aNameIsReadBackAsItWasWritten() {
        assertThat(FileName.parse(NAME.toString())).contains(NAME);
        assertThat(FileName.parse("D19999999H00012026100121000013")).hasValueSatisfying(answer -> assertThat(answer.sent()).isEqualTo(NAME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "D19999999H0001202610012100001", "D19999999H00012026130121000010", "D19999999H00012026100121010010", "D19999999H00012026100121000000", "D19999999H00012026100121000014", "d19999999h00012026100121000010"})
    void refusesWhatIsNoName(String text) {
        assertThat(FileName.parse(text)).isEmpty();
    }
}
