package io.jinqiao.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.adapter.ShippedFolders;
import io.jinqiao.message.Content;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written can be read, whatever it says; and the quick way through a row never differs from the long one. */
class FilesProperties {
    private static final FileKind KIND = FileKind.REPAYMENT_STATUS;

    @Property(tries = 150)
    void aFileIsReadAsItWasWritten(
            @ForAll("partner") String partner, @ForAll("rows") List<Content.Group> given, @ForAll("day") LocalDate day) throws IOException {
        List<Content.Group> rows = given.stream().filter(row -> fits(partner, row)).toList();
        FileLayout layout = ShippedFolders.files(partner).request();
        Content.Group head = head(rows, day);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String beside = layout.write(head, rows.iterator(), out);
        Gathered gathered = new Gathered();
        FileLayout.Reading reading = layout.read(new ByteArrayInputStream(out.toByteArray()), beside, gathered);
        assertThat(gathered.refused).isEmpty();
        assertThat(gathered.rows).isEqualTo(rows);
        assertThat(FileHead.of(reading.head(), KIND, List.of()).rows()).isEqualTo(rows.size());
    }

    @Property(tries = 400)
    void theQuickWayNeverTakesWhatTheLongWayWouldReadOtherwise(
            @ForAll("bytePartner") String partner, @ForAll("rows") List<Content.Group> given, @ForAll("spoilt") List<int[]> spoilt)
            throws IOException {
        List<Content.Group> rows = given.stream().filter(row -> fits(partner, row)).limit(3).toList();
        LinesLayout layout = (LinesLayout) ShippedFolders.files(partner).request();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        layout.write(head(rows, LocalDate.of(2026, 11, 25)), rows.iterator(), out);
        byte[] bytes = out.toByteArray();
        for (int[] each : spoilt) {
            bytes[each[0] % bytes.length] = (byte) each[1];
        }
        Gathered quick = read(layout, bytes);
        Gathered slow = read(theLongWayOnly(layout), bytes);
        assertThat(quick.rows).isEqualTo(slow.rows);
        assertThat(quick.lines).isEqualTo(slow.lines);
        assertThat(quick.refused).isEqualTo(slow.refused);
    }

    /** Every column of a good row in turn with texts that are nearly right. */
    @Property(tries = 2_000)
    void theQuickWayIsNotSureOfWhatIsNearlyRight(
            @ForAll("bytePartner") String partner, @ForAll @net.jqwik.api.constraints.IntRange(max = 25) int column, @ForAll("nearlyRight") String text)
            throws IOException {
        LinesLayout layout = (LinesLayout) ShippedFolders.files(partner).request();
        FileSample sample = FileSample.daily(partner);
        Section rows = layout.parts().rows();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        rows.encode(sample.rows().get(1), line);
        Cut cut = rows.cut();
        byte[] good = line.toByteArray();
        assertThat(rows.columns().split(good, rows.tag().length, good.length, cut)).isTrue();
        byte[] spoilt = with(good, cut, column, text, partner);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        layout.write(sample.head(), sample.rows().subList(0, 1).iterator(), file);
        byte[] bytes = file.toByteArray();
        int at = firstLine(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.writeBytes(spoilt);
        all.writeBytes((partner.equals("psbc") ? "\r\n" : "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        all.write(bytes, at, bytes.length - at);
        Gathered quick = read(layout, all.toByteArray());
        Gathered slow = read(theLongWayOnly(layout), all.toByteArray());
        assertThat(quick.rows).isEqualTo(slow.rows);
        assertThat(quick.refused).isEqualTo(slow.refused);
    }

    private static int firstLine(byte[] bytes) {
        int at = 0;
        while (bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    private static byte[] with(byte[] good, Cut cut, int column, String text, String partner) {
        byte[] value = text.getBytes(java.nio.charset.Charset.forName(partner.equals("psbc") ? "UTF-8" : "GB18030"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!partner.equals("icbc")) {
            out.write(good, 0, cut.from[column]);
            out.writeBytes(value);
            out.write(good, cut.to[column], good.length - cut.to[column]);
            return out.toByteArray();
        }
        byte[] same = good.clone();
        System.arraycopy(value, 0, same, cut.from[column], Math.min(value.length, cut.to[column] - cut.from[column]));
        return same;
    }

    @Provide
    Arbitrary<String> nearlyRight() {
        return Arbitraries.of(
                "", "0", "00", "007", "0.00", "00.1", "1.", ".5", "1.5", "1.50", "1.500", "1.2.3", "-1", "-0", "+1", " 1", "1 ", "1e3", "１", "1,5",
                "999999999999.99", "1000000000000.00", "1000000000000.01", "99999999999999999999", "100000000000000", "100000000000001",
                "20260230", "20260229", "20240229", "21000229", "20000229", "20261301", "20260431", "20260001", "20261100", "18991231", "19000101",
                "2026-02-30", "2024-02-29", "2026-2-1", "99991231", "9999-12-31", "0000-01-01", "2026-11-2x",
                "1000", "999", "361", "360", "0000000001", "1234567890", "01", "02", "99", "00", "1", "011", "0１",
                " ", "\t", "\u3000", "\u00a0", "\u200b", "张", "张 三", "𠮷", "a\u007f", "a\tb", "王\u0085", "x".repeat(30), "x".repeat(31), "x".repeat(121), "字".repeat(60), "字".repeat(61));
    }

    private static Gathered read(FileLayout layout, byte[] bytes) {
        Gathered gathered = new Gathered();
        try {
            layout.read(new ByteArrayInputStream(bytes), null, gathered);
        } catch (FileRefusal e) {
            // what was handed out before is compared all the same
        }
        return gathered;
    }

    /** The same layout without anything it could be sure of. */
    private static FileLayout theLongWayOnly(LinesLayout layout) {
        LinesLayout.Parts p = layout.parts();
        Section rows = new Section(p.rows().tag(), p.rows().columns(), p.rows().plan().neverSure(), p.rows().charset());
        return new LinesLayout(
                layout.form(),
                layout.grammar(),
                new LinesLayout.Parts(p.titles(), p.header(), rows, p.trailer(), p.crlf(), p.closed()));
    }

    private static Content.Group head(List<Content.Group> rows, LocalDate day) {
        Content.GroupBuilder head = Content.group()
                .put("fileNo", "RS" + day.toString().replace("-", "") + "001")
                .put("accountingDate", day)
                .put("rows", rows.size());
        for (Map.Entry<String, List<String>> total : new TreeMap<>(KIND.totals()).entrySet()) {
            long sum = 0;
            for (Content.Group row : rows) {
                for (String place : total.getValue()) {
                    sum += Long.parseLong(((Content.Group) row.get(place.substring(0, place.indexOf('.')))).text(place.substring(place.indexOf('.') + 1)));
                }
            }
            head.put(total.getKey(), sum);
        }
        return head.build();
    }

    /** GBK has no rare characters, separators alone cannot stand in a column, blanks at an end are lost in a column of fixed width. */
    private static boolean fits(String partner, Content.Group row) {
        boolean gbk = partner.equals("abc");
        for (String name : new String[] {"borrowerName", "resultText"}) {
            String text = row.text(name);
            if (text != null && gbk && (!java.nio.charset.Charset.forName("GBK").newEncoder().canEncode(text) || text.contains("@|$"))) {
                return false;
            }
            if (text != null && partner.equals("icbc") && text.getBytes(java.nio.charset.Charset.forName("GB18030")).length > 60) {
                return false;
            }
        }
        return true;
    }

    @Provide
    Arbitrary<String> partner() {
        return Arbitraries.of(FileSample.PARTNERS);
    }

    @Provide
    Arbitrary<String> bytePartner() {
        return Arbitraries.of("abc", "icbc", "psbc");
    }

    @Provide
    Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(-10_000, 40_000).map(LocalDate::ofEpochDay);
    }

    /** Places and bytes to put there. */
    @Provide
    Arbitrary<List<int[]>> spoilt() {
        Arbitrary<Integer> bytes = Arbitraries.oneOf(
                Arbitraries.of((int) '0', (int) '9', (int) ' ', (int) '.', (int) '-', (int) '|', (int) '"', 0, 0x7f, 0x81, 0x40, 0xff),
                Arbitraries.integers().between(0, 255));
        return Combinators.combine(Arbitraries.integers().between(0, 5_000), bytes).as((at, b) -> new int[] {at, b}).list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<Content.Group>> rows() {
        return row().list().ofMaxSize(6);
    }

    private Arbitrary<Content.Group> row() {
        Arbitrary<Long> amount = Arbitraries.oneOf(Arbitraries.of(0L, 1L, 999_999_999_999L), Arbitraries.longs().between(0, 1_000_000_000L));
        Arbitrary<List<Long>> amounts = amount.list().ofSize(13);
        Arbitrary<String> account = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30);
        Arbitrary<String> name = Arbitraries.of("张三", "王喆", "𠮷田", "倈四,\"号\"", "O'Neil & <Söhne>", "a|b", "").injectNull(0.2);
        Arbitrary<Integer> instalment = Arbitraries.integers().between(1, 999);
        Arbitrary<Integer> left = Arbitraries.integers().between(0, 360);
        Arbitrary<Integer> result = Arbitraries.integers().between(0, 7);
        return Combinators.combine(amounts, account, name, instalment, left, result, day()).as(this::row);
    }

    private Content.Group row(
            List<Long> amounts, String account, String name, int instalment, int left, int result, LocalDate day) {
        List<String> outcomes = ((Shape.Leaf) KIND.rowShape().members().get("result")).words();
        String outcome = outcomes.get(result);
        boolean paid = !outcome.equals("insufficient-funds") && amounts.subList(0, 6).stream().anyMatch(a -> a > 0);
        boolean owes = !outcome.equals("paid");
        if (outcome.equals("partly-paid") && !paid || owes && amounts.subList(6, 12).stream().allMatch(a -> a == 0)) {
            outcome = "other";
        }
        return Content.group()
                .put("loanAccountNo", account)
                .put("borrowerName", name == null || name.isEmpty() ? null : name)
                .put("instalment", instalment)
                .put("dueOn", day)
                .put("accountingDate", day.plusDays(5))
                .put("paidOn", paid ? day.plusDays(1) : null)
                .put("paid", parts(amounts.subList(0, 6), paid))
                .put("unpaid", parts(amounts.subList(6, 12), owes))
                .put("source", paid ? "fund-balance" : null)
                .put("balance", amounts.get(12))
                .put("remainingMonths", left)
                .put("result", outcome)
                .put("resultText", name == null || name.isEmpty() ? null : "说明" + name)
                .build();
    }

    private static Content.Group parts(List<Long> amounts, boolean any) {
        Content.GroupBuilder parts = Content.group();
        String[] names = {"principal", "overduePrincipal", "interest", "overdueInterest", "penalty", "fine"};
        for (int i = 0; i < names.length; i++) {
            parts.put(names[i], any ? amounts.get(i) : 0);
        }
        return parts.build();
    }
}
