package io.jinqiao.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.Content;
import io.jinqiao.message.FileResult.LineProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a file is told by its kind and its place; what is wrong with a row does not stop the others. */
class HostileFilesTest {

    static Stream<FileSample> everyBank() {
        return FileSample.PARTNERS.stream().map(FileSample::daily);
    }

    static Stream<FileSample> everyBankWithLines() {
        return everyBank().filter(s -> !s.partner().equals("ccb"));
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void anEmptyFile(FileSample s) {
        assertThat(refused(s, new byte[0])).isEqualTo("0 file.empty null");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aFileThatEndsTooEarlyWhereverItEnds(FileSample s) {
        byte[] whole = s.bytes();
        int least = s.partner().equals("abc") ? whole.length - 1 : whole.length - 3;
        for (int length = 1; length < least; length += 7) {
            LineProblem told = refusal(s, Arrays.copyOf(whole, length), s.beside());
            assertThat(told.problem().code().code()).as("cut to %s bytes", length).matches("file\\..*|envelope\\..*|field\\..*");
        }
    }

    @ParameterizedTest
    @MethodSource("everyBankWithLines")
    void aFileWithoutItsTrailer(FileSample s) {
        byte[] whole = s.bytes();
        int lastButOne = lineStart(whole, 6);
        assertThat(refused(s, Arrays.copyOf(whole, lastButOne))).isEqualTo("6 file.truncated null");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aByteOrderMark(FileSample s) {
        byte[] mark = s.partner().equals("psbc") ? new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF} : new byte[] {(byte) 0x84, 0x31, (byte) 0x95, 0x33};
        assertThat(refused(s, joined(mark, s.bytes()))).isEqualTo("1 file.byte_order_mark null");
    }

    @ParameterizedTest
    @MethodSource("everyBankWithLines")
    void lineEndsThatChangeOnTheWay(FileSample s) {
        byte[] whole = s.bytes();
        int third = lineStart(whole, 4);
        byte[] mixed = s.partner().equals("psbc")
                ? joined(Arrays.copyOf(whole, third - 2), joined("\n".getBytes(StandardCharsets.US_ASCII), from(whole, third)))
                : joined(Arrays.copyOf(whole, third - 1), joined("\r\n".getBytes(StandardCharsets.US_ASCII), from(whole, third)));
        assertThat(refused(s, mixed)).isEqualTo("3 file.line_end null");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aHashOverOtherBytes(FileSample s) {
        byte[] other = replaced(s, "H202611200000001", "H202611200000009");
        String told = refused(s, other);
        assertThat(told).endsWith(" file.hash_wrong hash");
        assertThat(told).startsWith(s.partner().equals("ccb") ? "0 " : "6 ");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aCountThatIsNotTheNumberOfRows(FileSample s) throws IOException {
        assertThat(refusedWhenWritten(s, "rows", "5")).endsWith(" file.count_wrong rows");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aTotalThatIsNotTheSumOfItsRows(FileSample s) throws IOException {
        assertThat(refusedWhenWritten(s, "paid", "1")).endsWith(" file.total_wrong paid");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aWrongTotalIsToldWithTheNameTheBankGivesTheTotal(FileSample s) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String beside = s.layout().write(s.head().with("paid", "1"), s.rows().iterator(), out);
        LineProblem told = s.layout().inTheirWords(refusal(s, out.toByteArray(), beside));
        assertThat(told.problem().theirField()).isIn("TotalPaid", "TOTAL_PAID", "total_paid", "totalPaid");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aWrongTotalIsNoticedAlsoWhereARowIsWrongInAnotherField(FileSample s) throws IOException {
        List<Content.Group> rows = new ArrayList<>(s.rows());
        rows.set(0, rows.get(0).with("result", "partly-paid"));
        for (int more : new int[] {-1, 0, 1}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String beside = s.layout().write(paidMore(s, more), rows.iterator(), out);
            Gathered gathered = new Gathered();
            FileRefusal refusal = catchThrowableOfType(
                    FileRefusal.class, () -> s.layout().read(new ByteArrayInputStream(out.toByteArray()), beside, gathered));
            assertThat(gathered.refused).hasSize(1);
            assertThat(refusal == null ? "" : refusal.getMessage()).as("%s fen more", more).contains(more == 0 ? "" : "file.total_wrong");
            assertThat(refusal == null).isEqualTo(more == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyBankWithLines")
    void aWrongTotalIsNoticedAlsoWhereARowHasHalfACharacter(FileSample s) throws IOException {
        for (int more : new int[] {0, 1}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            s.layout().write(paidMore(s, more), s.rows().iterator(), out);
            byte[] name = "张三".getBytes(charset(s));
            byte[] half = out.toByteArray();
            half[indexOf(half, name) + name.length - 1] = ' ';
            byte[] whole = hashedAgain(s, out.toByteArray(), half);
            FileRefusal refusal = catchThrowableOfType(FileRefusal.class, () -> s.layout().read(new ByteArrayInputStream(whole), null, new Gathered()));
            assertThat(refusal == null ? "" : refusal.getMessage()).isEqualTo(more == 0 ? "" : "[file.total_wrong line 6]");
        }
    }

    private static Content.Group paidMore(FileSample s, int more) {
        return s.head().with("paid", "" + (Long.parseLong(s.head().text("paid")) + more));
    }

    /** With the hash of what is before its trailer now. */
    private static byte[] hashedAgain(FileSample s, byte[] before, byte[] now) {
        byte[] told = hash(s, before).getBytes(StandardCharsets.US_ASCII);
        byte[] all = now.clone();
        System.arraycopy(hash(s, now).getBytes(StandardCharsets.US_ASCII), 0, all, indexOf(now, told), told.length);
        return all;
    }

    private static String hash(FileSample s, byte[] whole) {
        RunningHash hash = new RunningHash(s.layout().form().hash());
        hash.update(whole, 0, lineStart(whole, 6));
        return hash.text();
    }

    @ParameterizedTest
    @MethodSource("everyBankWithLines")
    void moreAfterTheTrailer(FileSample s) {
        byte[] more = joined(s.bytes(), (s.partner().equals("abc") ? "\nmore" : s.partner().equals("psbc") ? "more\r\n" : "more\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(refused(s, more)).isEqualTo("7 file.after_trailer null");
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aLineWithoutEndCostsNoMemory(FileSample s) {
        byte[] head = Arrays.copyOf(s.bytes(), lineStart(s.bytes(), s.partner().equals("ccb") ? 5 : 2));
        LineProblem told = refusal(s, new Endless(head, 3_000_000_000L), s.beside());
        assertThat(told.problem().code().code()).isEqualTo("file.line_too_long");
        assertThat(told.line()).isBetween(2L, 5L);
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void aRowThatIsWrongIsToldWithLineAndBothFieldsAndTheOthersAreRead(FileSample s) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String beside = s.layout().write(s.head(), s.rows().iterator(), out);
        for (String day : List.of("2026-11-35", "2026-02-30")) {
            Gathered gathered = new Gathered();
            readOrRefuse(s, spoiltDay(s, out.toByteArray(), day), beside, gathered);
            assertThat(gathered.rows).hasSize(3);
            assertThat(gathered.refused).hasSize(1);
            assertThat(gathered.refused.get(0).first()).as(day).matches("[3-7] field.wrong_form dueOn (DueDate|due_date|DUE_DATE|dueDate)");
        }
    }

    @ParameterizedTest
    @MethodSource("everyBankWithLines")
    void halfACharacterIsToldWithItsColumn(FileSample s) {
        byte[] whole = s.bytes();
        byte[] name = "张三".getBytes(charset(s));
        int at = indexOf(whole, name);
        whole[at + name.length - 1] = ' ';
        Gathered gathered = new Gathered();
        readOrRefuse(s, whole, null, gathered);
        assertThat(gathered.refused).hasSize(1);
        assertThat(gathered.refused.get(0).first()).matches("2 envelope.charset_wrong null (Name|name)");
        assertThat(gathered.rows).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void halfACharacterAtTheVeryEndIsAFileCutOff(FileSample s) {
        byte[] whole = s.bytes();
        int at = indexOf(whole, "张三".getBytes(charset(s)));
        Gathered gathered = new Gathered();
        FileRefusal refusal = catchThrowableOfType(
                FileRefusal.class, () -> s.layout().read(new ByteArrayInputStream(Arrays.copyOf(whole, at + 1)), s.beside(), gathered));
        assertThat(refusal.problems().get(0).problem().code().code()).isIn("file.truncated", "envelope.charset_wrong", "envelope.malformed");
        assertThat(gathered.rows).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void anAmountBelowZeroGoesBackWithItsColumn(FileSample s) {
        String balance = balance(s);
        Gathered gathered = new Gathered();
        readOrRefuse(s, replaced(s, balance, "-" + balance.substring(1)), null, gathered);
        assertThat(gathered.refused.get(0).first()).matches("\\d+ (field.amount_negative|field.wrong_form) balance (?i:balance)");
        assertThat(gathered.rows).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("everyBank")
    void anAmountNoNumberHoldsGoesBackWithItsColumn(FileSample s) {
        String balance = balance(s);
        String huge = s.partner().equals("icbc") ? "9".repeat(13) + "x" : "9".repeat(30) + ".00";
        Gathered gathered = new Gathered();
        readOrRefuse(s, replaced(s, balance, huge), null, gathered);
        assertThat(gathered.refused.get(0).first()).matches("\\d+ (field.amount_out_of_range|field.wrong_form) balance (?i:balance)");
        assertThat(gathered.rows).hasSize(3);
    }

    /** Of the first row, as the bank writes it. */
    private static String balance(FileSample s) {
        long fen = Long.parseLong(s.rows().get(0).text("balance"));
        return s.partner().equals("icbc") ? "%014d".formatted(fen) : "%d.%02d".formatted(fen / 100, fen % 100);
    }

    @Test
    void halfACharacterInXmlStopsTheFileWithItsByte() {
        FileSample s = FileSample.daily("ccb");
        byte[] whole = s.bytes();
        int at = indexOf(whole, "张三".getBytes(charset(s)));
        whole[at + 3] = '<';
        LineProblem told = refusal(s, whole, s.beside());
        assertThat(told.problem().code().code()).isEqualTo("envelope.charset_wrong");
        assertThat(told.problem().arguments()).containsExactly("GB18030", "" + (at + 3));
    }

    /** A parser that stopped inside an element cannot be asked for what stands behind it. */
    @Test
    void whatIsNoXmlAnyMoreEndsTheFileAndNoRowBehindItIsTaken() {
        FileSample s = FileSample.daily("ccb");
        String text = new String(s.bytes(), charset(s));
        for (String broken : List.of("<TERM_NO>37<?</TERM_NO>", "<TERM_NO>&a;</TERM_NO>", "<TERM_NO>37</TERM>")) {
            byte[] bytes = text.replaceFirst("<TERM_NO>37</TERM_NO>", broken).getBytes(charset(s));
            Gathered gathered = new Gathered();
            FileRefusal refusal = catchThrowableOfType(FileRefusal.class, () -> s.layout().read(new ByteArrayInputStream(bytes), s.beside(), gathered));
            assertThat(refusal.problems()).first().extracting(told -> told.line() + " " + told.problem().code().code()).isEqualTo("5 envelope.unreadable");
            assertThat(gathered.refused.get(0).first()).isEqualTo("5 envelope.unreadable null null");
            assertThat(gathered.rows).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everyBankWithLines")
    void aByteZeroIsNoText(FileSample s) {
        byte[] whole = replaced(s, "H202611200000001", "H20261120\0000001");
        Gathered gathered = new Gathered();
        readOrRefuse(s, whole, null, gathered);
        assertThat(gathered.refused.get(0).first()).startsWith("2 field.wrong_form");
    }

    @ParameterizedTest
    @MethodSource("everyBankWithLines")
    void aColumnTooManyIsToldAndReadingGoesOn(FileSample s) {
        byte[] more = replaced(s, "H202611200000001", switch (s.partner()) {
            case "abc" -> "H2026112000@|$01";
            case "psbc" -> "H2026112000000,1";
            default -> "H2026112000000001X";
        });
        Gathered gathered = new Gathered();
        readOrRefuse(s, more, null, gathered);
        assertThat(gathered.refused.get(0).first()).isEqualTo("2 file.row_unreadable null null");
        assertThat(gathered.rows).hasSize(3);
    }

    @Test
    void aDocumentTypeAnEntityAndADuplicateInXml() {
        FileSample s = FileSample.daily("ccb");
        String text = new String(s.bytes(), charset(s));
        assertThat(refused(s, text.replace("<FILE>", "<!DOCTYPE FILE [<!ENTITY a \"b\">]><FILE>").getBytes(charset(s)))).contains("envelope.unreadable");
        assertThat(refused(s, text.replace("JK2023000001", "&a;").getBytes(charset(s)))).contains("envelope.unreadable");
        Gathered gathered = new Gathered();
        readOrRefuse(s, text.replaceFirst("<TERM_NO>37</TERM_NO>", "<TERM_NO>37</TERM_NO><TERM_NO>38</TERM_NO>").getBytes(charset(s)), null, gathered);
        assertThat(gathered.refused.get(0).first()).isEqualTo("5 envelope.member_duplicate null null");
        assertThat(gathered.rows).hasSize(3);
    }

    @Test
    void theSecondByteOfACharacterIsNoSeparator() {
        FileSample s = FileSample.daily("abc");
        String name = s.rows().get(2).text("borrowerName");
        byte[] bytes = name.getBytes(charset(s));
        assertThat(bytes).contains((byte) '|', (byte) '@');
    }

    @Test
    void aTextThatIsTooLongForItsColumnIsCutBetweenCharactersOrRefused() throws IOException {
        FileSample s = new FileSample("icbc", "repayment-status.partly-taken.result", true);
        io.jinqiao.message.Content.Group row = s.rows().get(0).with("text", "字".repeat(99) + "a" + "𠮷");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        s.layout().write(s.head(), java.util.List.of(row, row).iterator(), out);
        Gathered gathered = new Gathered();
        s.layout().read(new ByteArrayInputStream(out.toByteArray()), null, gathered);
        assertThat(gathered.rows.get(0).text("text")).isEqualTo("字".repeat(99) + "a");
        io.jinqiao.message.Content.Group wide = s.rows().get(0).with("reason", "r".repeat(65));
        assertThat(catchThrowableOfType(
                                io.jinqiao.message.Refusal.class,
                                () -> s.layout().write(s.head(), java.util.List.of(wide).iterator(), new ByteArrayOutputStream()))
                        .problems()
                        .get(0)
                        .code()
                        .code())
                .isEqualTo("field.too_long");
    }

    private static byte[] spoiltDay(FileSample s, byte[] bytes, String other) {
        byte[] day = inTheirForm(s, "2026-11-15");
        byte[] wrong = bytes.clone();
        System.arraycopy(inTheirForm(s, other), 0, wrong, indexOf(bytes, day), day.length);
        return wrong;
    }

    private static byte[] inTheirForm(FileSample s, String day) {
        return (s.partner().equals("psbc") ? day : day.replace("-", "")).getBytes(StandardCharsets.US_ASCII);
    }

    private static String refusedWhenWritten(FileSample s, String name, String value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String beside = s.layout().write(s.head().with(name, value), s.rows().iterator(), out);
        LineProblem told = refusal(s, out.toByteArray(), beside);
        return told.line() + " " + told.problem().code().code() + " " + told.problem().field();
    }

    private static String refused(FileSample s, byte[] bytes) {
        LineProblem told = refusal(s, bytes, s.beside());
        return told.line() + " " + told.problem().code().code() + " " + told.problem().field();
    }

    private static LineProblem refusal(FileSample s, byte[] bytes, @Nullable String beside) {
        return refusal(s, new ByteArrayInputStream(bytes), beside);
    }

    private static LineProblem refusal(FileSample s, InputStream in, @Nullable String beside) {
        FileRefusal refusal = catchThrowableOfType(FileRefusal.class, () -> s.layout().read(in, beside, new Gathered()));
        assertThat(refusal).isNotNull();
        return refusal.problems().get(0);
    }

    /** A changed file has another hash than it says; what was found in its rows before is looked at. */
    private static void readOrRefuse(FileSample s, byte[] bytes, @Nullable String beside, Gathered gathered) {
        try {
            s.layout().read(new ByteArrayInputStream(bytes), beside, gathered);
        } catch (FileRefusal e) {
            assertThat(e.problems().get(0).problem().code().code()).isEqualTo("file.hash_wrong");
        }
    }

    private static Charset charset(FileSample s) {
        return s.layout().form().charset();
    }

    private static byte[] replaced(FileSample s, String from, String to) {
        byte[] whole = s.bytes();
        byte[] old = from.getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(whole, old);
        return joined(Arrays.copyOf(whole, at), joined(to.getBytes(StandardCharsets.US_ASCII), from(whole, at + old.length)));
    }

    private static int indexOf(byte[] bytes, byte[] what) {
        for (int i = 0; i + what.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    private static int lineStart(byte[] bytes, int line) {
        int at = 0;
        for (int seen = 1; seen < line; at++) {
            seen += bytes[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    private static byte[] from(byte[] bytes, int at) {
        return Arrays.copyOfRange(bytes, at, bytes.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** A beginning, then one letter for ever. */
    private static final class Endless extends InputStream {
        private final byte[] head;
        private long left;
        private int at;

        Endless(byte[] head, long left) {
            this.head = head;
            this.left = left;
        }

        @Override
        public int read() {
            if (at < head.length) {
                return head[at++] & 0xff;
            }
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int filled = 0;
            while (filled < length && at < head.length) {
                bytes[from + filled++] = head[at++];
            }
            int more = (int) Math.min(left, length - filled);
            Arrays.fill(bytes, from + filled, from + filled + more, (byte) 'a');
            left -= more;
            return filled + more == 0 ? -1 : filled + more;
        }
    }
}
