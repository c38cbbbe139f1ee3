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
        if (outcome.equals("partly-paid") && (!paid || amounts.subList(6, 12).stream().allMatch(a -> a == 0))) {
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
