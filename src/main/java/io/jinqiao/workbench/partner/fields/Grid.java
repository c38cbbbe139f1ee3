package io.jinqiao.workbench.partner.fields;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The rows of a file, bounded: a table of fields is written by people, for people. */
final class Grid {
    static final int MOST_ROWS = 5000;
    private static final int MOST_COLUMNS = 64;
    private static final int MOST_CHARACTERS = 1000;
    private static final long MOST_BYTES = 8L << 20;

    private final String file;
    private final List<GridRow> rows = new ArrayList<>();

    private Grid(String file) {
        this.file = file;
    }

    /** @throws RulebookException when nobody can read it, or it is larger than any such table */
    static List<GridRow> read(Path path) {
        Grid grid = new Grid(String.valueOf(path.getFileName()));
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw grid.refused("大于 8 MiB / larger than 8 MiB", "只保留有字段的工作表 / leave only the sheets with fields in it");
            }
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
                Workbook.read(path, bytes, grid);
            } else if (bytes.length > 1 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf) {
                throw grid.refused("旧版或加密的工作簿 / an old or a locked workbook", "去掉密码，另存为 .xlsx / save it as .xlsx without a password");
            } else if (grid.file.toLowerCase(java.util.Locale.ROOT).matches(".*\\.xls[xm]?")) {
                throw grid.refused("名称是工作簿，内容不是 / named like a workbook, but is none", "另存为 .xlsx；若是文本，改名为 .csv / save it as .xlsx; if it is text, name it .csv");
            } else {
                CsvTable.read(bytes, grid);
            }
        } catch (IOException e) {
            throw grid.refused("读不了 / cannot be read", "文件是否存在且完整 / is it there, whole, and .xlsx or .csv?");
        }
        return grid.rows;
    }

    void add(GridRow row) {
        if (row.blank()) {
            return;
        }
        if (rows.size() == MOST_ROWS) {
            throw new RulebookException(List.of(new RuleProblem(
                    file, row.row(), 1, row.sheet(), "超过 " + MOST_ROWS + " 行 / more than " + MOST_ROWS + " rows", "删去没有字段的工作表，或拆分文件 / take the sheets without fields away, or split the file")));
        }
        if (row.cells().size() > MOST_COLUMNS) {
            throw new RulebookException(List.of(
                    new RuleProblem(file, row.row(), MOST_COLUMNS + 1, row.sheet(), "超过 " + MOST_COLUMNS + " 列 / more than " + MOST_COLUMNS + " columns", "删去多余的列 / take the others away")));
        }
        rows.add(new GridRow(row.sheet(), row.row(), row.cells().stream().map(Grid::shortened).toList(), Set.copyOf(row.formulas())));
    }

    RulebookException refused(String what, String fix) {
        return new RulebookException(List.of(new RuleProblem(file, 0, 0, "", what, fix)));
    }

    private static String shortened(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }
}
