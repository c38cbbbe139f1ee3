package io.jinqiao.workbench.simulate.bank.files;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV with the names of its columns; the last line holds count, totals and SHA-256; the file gets its name when it is whole. */
final class PsbcFiles implements Layout {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final Pattern WORD = Pattern.compile(" ([a-z])");

    @Override
    public Written write(Day day) {
        StringBuilder text = new StringBuilder(Instalment.COLUMNS.stream().map(PsbcFiles::camel).collect(Collectors.joining(","))).append("\r\n");
        day.rows().forEach(row -> text.append(row.texts(Instalment::yuan, DATE).stream().map(PsbcFiles::quoted).collect(Collectors.joining(","))).append("\r\n"));
        byte[] rows = text.toString().getBytes(StandardCharsets.UTF_8);
        text.append("#,").append(day.fileNo()).append(",,").append(DATE.format(day.accounting())).append(',').append(day.rows().size()).append(',')
                .append(Instalment.yuan(Instalment.paid(day.rows()))).append(',').append(Instalment.yuan(Instalment.unpaid(day.rows()))).append(',')
                .append(Hashes.of("SHA-256", rows, rows.length)).append("\r\n");
        return new Written("repayment-status-" + COMPACT.format(day.accounting()) + "-" + day.fileNo() + ".csv", text.toString().getBytes(StandardCharsets.UTF_8), null);
    }

    private static String camel(String words) {
        return WORD.matcher(words).replaceAll(found -> found.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    private static String quoted(String value) {
        return value.matches("[^,\"]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    @Override
    public @Nullable String marker(String name) {
        return null;
    }

    @Override
    public boolean result(String name) {
        return name.matches("repayment-status-.*\\.result\\.csv");
    }

    @Override
    public Verdict read(String name, byte[] bytes, @Nullable String marker) {
        int trailer = Hashes.lastLine(bytes);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        List<String> sums = List.of(lines.get(lines.size() - 1).split(",", -1));
        List<String> problems = new ArrayList<>();
        lines.subList(1, lines.size() - 1).forEach(line -> problems.add(line.split(",", 4)[2]));
        boolean intact = sums.get(sums.size() - 1).equals(Hashes.of("SHA-256", bytes, trailer));
        int from = sums.size() - 5;
        return new Verdict(name, sums.get(2), sums.get(4), Long.parseLong(sums.get(from)), Long.parseLong(sums.get(from + 1)), Long.parseLong(sums.get(from + 2)), problems, intact);
    }
}
