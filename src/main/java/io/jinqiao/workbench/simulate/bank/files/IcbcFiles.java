package io.jinqiao.workbench.simulate.bank.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of fixed width in GB18030 bytes, the first byte says which; amounts in fen; SM3 in the trailer; an empty marker. */
final class IcbcFiles implements Layout {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int MONEY = 14;
    /** Of each column; below zero: a number, with zeros before. */
    private static final int[] WIDTHS = {
        30, 30, 32, 60, -3, 8, 8, 8, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, -MONEY, 2, -MONEY, -3, 2, 80, 40
    };

    @Override
    public Written write(Day day) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        line(out, "1", List.of(day.fileNo(), "", COMPACT.format(day.accounting())), 32, 32, 8);
        day.rows().forEach(row -> line(out, "5", row.texts(fen -> "" + fen, COMPACT), WIDTHS));
        String hash = Hashes.sm3(out.toByteArray(), out.size());
        line(out, "9", List.of("" + day.rows().size(), "" + Instalment.paid(day.rows()), "" + Instalment.unpaid(day.rows()), hash), -9, -18, -18, 64);
        return new Written("GJJHK" + COMPACT.format(day.accounting()) + day.fileNo() + ".txt", out.toByteArray(), "");
    }

    private static void line(ByteArrayOutputStream out, String tag, List<String> values, int... widths) {
        out.writeBytes(tag.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < widths.length; i++) {
            byte[] value = values.get(i).getBytes(GB18030);
            byte[] fill = new byte[Math.abs(widths[i]) - value.length];
            Arrays.fill(fill, (byte) (widths[i] < 0 ? '0' : ' '));
            out.writeBytes(widths[i] < 0 ? fill : value);
            out.writeBytes(widths[i] < 0 ? value : fill);
        }
        out.write('\n');
    }

    @Override
    public String marker(String name) {
        return name + ".flg";
    }

    @Override
    public boolean result(String name) {
        return name.matches("GJJHK.*\\.ret");
    }

    @Override
    public Verdict read(String name, byte[] bytes, @Nullable String marker) {
        int trailer = Hashes.lastLine(bytes);
        List<String> head = cut(bytes, 0, 32, 128, 8, 1, 8, 200);
        List<String> sums = cut(bytes, trailer, 9, 9, 9, 9, 64);
        List<String> problems = new ArrayList<>();
        for (int at = next(bytes, 0); at < trailer; at = next(bytes, at)) {
            problems.add(cut(bytes, at, 9, 8, 64, 100, 100, 200).get(2));
        }
        boolean intact = sums.get(4).equals(Hashes.sm3(bytes, trailer));
        return new Verdict(name, head.get(1), head.get(3), Long.parseLong(sums.get(0)), Long.parseLong(sums.get(1)), Long.parseLong(sums.get(2)), problems, intact);
    }

    private static List<String> cut(byte[] bytes, int line, int... widths) {
        List<String> values = new ArrayList<>();
        int at = line + 1;
        for (int width : widths) {
            values.add(new String(bytes, at, width, GB18030).strip());
            at += width;
        }
        return values;
    }

    private static int next(byte[] bytes, int at) {
        int end = at;
        while (bytes[end] != '\n') {
            end++;
        }
        return end + 1;
    }
}
