package io.jinqiao.workbench.simulate.bank.files;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** One day's file: what is in it. */
record Day(String fileNo, LocalDate accounting, List<Instalment> rows) {

    /** Invented borrowers who paid, paid in part, and did not pay, by turns. */
    static Day invented(String fileNo, LocalDate accounting, int rows) {
        return new Day(fileNo, accounting, IntStream.range(0, rows).mapToObj(n -> instalment(n, accounting)).toList());
    }

    private static Instalment instalment(int n, LocalDate day) {
        String no = String.format("%08d", n + 1);
        LocalDate due = day.minusDays(5);
        return switch (n % 3) {
            case 0 -> new Instalment("61002" + no, "JK2023" + no, "", "张三", 37, due, day, due, amounts(190_873, 130_000), amounts(0, 0), "01", 53_000_000, 203, "01", "", "H" + no);
            case 1 -> new Instalment("61002" + no, "", "A2023" + no, "王喆", 12, due, day, day.minusDays(1), amounts(100_000, 50_000), amounts(91_287, 79_586), "02", 59_617_840, 228, "02", "部分扣款", "H" + no);
            default -> new Instalment("61002" + no, "", "", "亅丂四", 1, due, day, null, amounts(0, 0), amounts(190_873, 130_000), "", 60_000_000, 239, "03", "余额不足", "");
        };
    }

    private static List<Long> amounts(long principal, long interest) {
        return List.of(principal, 0L, interest, 0L, 0L, 0L);
    }
}
