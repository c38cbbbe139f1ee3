package io.jinqiao.workbench.simulate.bank.files;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** GBK lines with a separator after every field; header and trailer have a name in front; MD5 in the trailer; an empty marker. */
final class AbcFiles implements Layout {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String BETWEEN = "@|$";

    @Override
    public Written write(Day day) {
        StringBuilder text = new StringBuilder(line("$", List.of(day.fileNo(), "", COMPACT.format(day.accounting())))).append('\n');
        day.rows().forEach(row -> text.append(fields(row.texts(Instalment::yuan, COMPACT))).append('\n'));
        byte[] rows = text.toString().getBytes(GBK);
        String hash = Hashes.of("MD5", rows, rows.length);
        text.append(line("$END", List.of("" + day.rows().size(), Instalment.yuan(Instalment.paid(day.rows())), Instalment.yuan(Instalment.unpaid(day.rows())), hash)));
        return new Written("HFRS_" + COMPACT.format(day.accounting()) + "_" + day.fileNo() + ".DAT", text.toString().getBytes(GBK), "");
    }

    private static String line(String tag, List<String> values) {
        return tag + BETWEEN + fields(values);
    }

    private static String fields(List<String> values) {
        return String.join(BETWEEN, values) + BETWEEN;
    }

    @Override
    public String marker(String name) {
        return name + ".ok";
    }

    @Override
    public boolean result(String name) {
        return name.matches("HFRS_.*\\.RES");
    }

    @Override
    public Verdict read(String name, byte[] bytes, @Nullable String marker) {
        int trailer = Hashes.lastLine(bytes);
        List<List<String>> lines = new ArrayList<>();
        for (String line : new String(bytes, GBK).split("\n")) {
            lines.add(Arrays.asList(line.split("@\\|\\$", -1)));
        }
        List<String> head = lines.get(0);
        List<String> sums = lines.get(lines.size() - 1);
        List<String> problems = lines.subList(1, lines.size() - 1).stream().map(fields -> fields.get(2)).toList();
        boolean intact = sums.get(5).equals(Hashes.of("MD5", bytes, trailer));
        return new Verdict(name, head.get(2), head.get(4), Long.parseLong(sums.get(1)), Long.parseLong(sums.get(2)), Long.parseLong(sums.get(3)), problems, intact);
    }
}
