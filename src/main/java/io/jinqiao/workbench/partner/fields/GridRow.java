package io.jinqiao.workbench.partner.fields;

import java.util.List;
import java.util.Set;

/**
 * One row as it was found.
 *
 * @param row from 1
 * @param formulas columns, from 0, whose text is computed
 */
record GridRow(String sheet, int row, List<String> cells, Set<Integer> formulas) {
    String cell(int column) {
        return column < cells.size() ? cells.get(column).strip() : "";
    }

    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
