package io.jinqiao.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.message.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that lie across the ends of every buffer on the way: each differs from the others in its length. */
class LongFilesTest {
    static Stream<String> partners() {
        return FileSample.PARTNERS.stream();
    }

    @ParameterizedTest
    @MethodSource("partners")
    void readsAsManyRowsAsWereWritten(String partner) throws IOException {
        FileSample sample = FileSample.daily(partner);
        Content.Group row = sample.rows().get(0);
        List<Content.Group> rows = IntStream.range(0, 3_000)
                .mapToObj(i -> row.with("hostSerial", "H".repeat(1 + i % 37)).with("loanAccountNo", "A" + i))
                .toList();
        Content.Group head = sample.head().with("rows", "" + rows.size()).with("paid", "" + sum(row, "paid") * rows.size()).with("unpaid", "" + sum(row, "unpaid") * rows.size());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String beside = sample.layout().write(head, rows.iterator(), out);
        Gathered gathered = new Gathered();
        sample.layout().read(new ByteArrayInputStream(out.toByteArray()), beside, gathered);
        assertThat(gathered.refused).isEmpty();
        assertThat(gathered.rows).isEqualTo(rows);
    }

    private static long sum(Content.Group row, String parts) {
        return ((Content.Group) row.get(parts)).members().values().stream().mapToLong(part -> Long.parseLong(((Content.Text) part).value())).sum();
    }
}
