package io.jinqiao.workbench.simulate.bank.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.adapter.file.FileLayout;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileRow;
import io.jinqiao.message.Problem;
import io.jinqiao.message.RowSink;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The banks' own layouts against the folders': two implementations of one agreement. */
class BankFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void whatABankWritesIsToTheByteWhatTheFolderWouldWriteOfIt(String bank) throws IOException {
        Day day = Day.invented("SIM1", LocalDate.of(2026, 11, 25), 10);
        Layout.Written written = layout(bank).write(day);
        FileExchange exchange = ShippedFolders.files(bank);
        assertThat(exchange.request().form().name().read(written.name())).isPresent();
        List<Content.Group> rows = new ArrayList<>();
        String beside = written.marker() == null || written.marker().isEmpty() ? null : written.marker();
        FileLayout.Reading reading = exchange.request().read(new ByteArrayInputStream(written.bytes()), beside, sink(rows));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        exchange.request().write(reading.head(), rows.iterator(), again);
        assertThat(reading.rows()).isEqualTo(10);
        assertThat(again.toByteArray()).isEqualTo(written.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icbc", "abc", "ccb", "psbc"})
    void aBankReadsWhatBecameOfItsFile(String bank) throws IOException {
        Verdict verdict = layout(bank).read("result", sample(bank, "(?!.*(json|marker)$).*"), marker(bank));
        assertThat(verdict.about()).contains("20261125", "RS20261125001");
        assertThat(verdict.outcome()).isEqualTo("1");
        assertThat(List.of(verdict.rows(), verdict.taken(), verdict.refused())).containsExactly(4L, 2L, 2L);
        assertThat(verdict.problems()).containsExactly("field.disagree", "field.missing");
        assertThat(verdict.intact()).isTrue();
    }

    private static Layout layout(String bank) {
        return Habits.of(bank).layout();
    }

    private static RowSink sink(List<Content.Group> rows) {
        return new RowSink() {
            @Override
            public void row(FileRow row) {
                rows.add(row.content());
            }

            @Override
            public void refused(long line, List<Problem> problems) {
                throw new AssertionError(line + " " + problems);
            }
        };
    }

    private static String marker(String bank) throws IOException {
        return bank.equals("ccb") ? new String(sample(bank, ".*marker")).strip() : "";
    }

    private static byte[] sample(String bank, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("adapters", bank, "files/samples"))) {
            Path file = files.filter(f -> f.getFileName().toString().matches("repayment-status\\.partly-taken\\.result\\." + ending)).findFirst().orElseThrow();
            return Files.readAllBytes(file);
        }
    }
}
