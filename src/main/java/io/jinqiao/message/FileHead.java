package io.jinqiao.message;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself, wherever it stands in it: at the beginning, at the end, or beside it.
 *
 * @param fileNo the sender's number of the file
 * @param corrects number of the file this one takes the place of
 * @param rows how many rows it says it has
 * @param totals sums it says its rows have, by name; those it does not carry are missing
 * @param hash as it stands in the file; null when it stands elsewhere
 */
public record FileHead(
        String fileNo,
        @Nullable String corrects,
        LocalDate accountingDate,
        int rows,
        Map<String, Money> totals,
        @Nullable String hash) {
    public static final String ROWS = "rows";
    public static final String HASH = "hash";
    private static final int MOST_ROWS = 999_999_999;

    /** @throws Refusal with every problem */
    public static FileHead of(Content.Group content, FileKind kind, java.util.List<Problem> earlier) {
        Fields f = Fields.of(content, earlier);
        FileHead head = read(f, kind);
        f.refuseProblems();
        return head;
    }

    static FileHead read(Fields f, FileKind kind) {
        String fileNo = f.text("fileNo", 32);
        String corrects = f.optionalText("corrects", 32);
        LocalDate accountingDate = f.date("accountingDate");
        int rows = f.number(ROWS, 0, MOST_ROWS);
        Map<String, Money> totals = new TreeMap<>();
        for (String total : new TreeMap<>(kind.totals()).keySet()) {
            Money sum = f.optionalMoney(total);
            if (sum != null) {
                totals.put(total, sum);
            }
        }
        return new FileHead(fileNo, corrects, accountingDate, rows, totals, f.optionalText(HASH, 128));
    }

    public Content.Group content() {
        Content.GroupBuilder content = Content.group()
                .put("fileNo", fileNo)
                .put("corrects", corrects)
                .put("accountingDate", accountingDate)
                .put(ROWS, rows);
        totals.forEach(content::put);
        return content.put(HASH, hash).build();
    }
}
