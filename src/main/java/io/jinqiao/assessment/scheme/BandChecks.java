package io.jinqiao.assessment.scheme;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bands cover 0 to 100 once: no gap, no overlap, and no better grade with a lower coefficient. */
final class BandChecks {
    /** @param below the points where the next better band begins; null for the best */
    record Row(String grade, BigDecimal from, @Nullable BigDecimal below, BigDecimal coefficient, Band.Effect proposes, Title words) {}

    private BandChecks() {}

    /** @param places where the rows stand, from the best down */
    static List<Band> bands(List<Row> rows, List<Node> places, Problems problems) {
        List<Band> bands = new ArrayList<>();
        Set<String> grades = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!grades.add(row.grade())) {
                problems.at(places.get(i), "等级重复 / the grade " + row.grade() + " is there twice");
            }
            joint(row, i == 0 ? null : rows.get(i - 1), places.get(i), problems);
            bands.add(new Band(row.grade(), row.from(), row.coefficient(), row.proposes(), row.words()));
        }
        Row last = rows.get(rows.size() - 1);
        if (last.from().signum() != 0) {
            problems.at(places.get(rows.size() - 1), "最低一档应从 0 开始 / nothing is said of points below " + last.from().toPlainString(), "let the last band begin at 0");
        }
        return bands;
    }

    private static void joint(Row row, @Nullable Row better, Node at, Problems problems) {
        if (better == null) {
            if (row.below() != null) {
                problems.at(at, "最高一档不设上限 / the best band has no end", "leave \"below\" out");
            }
            return;
        }
        if (row.below() == null || row.from().compareTo(row.below()) >= 0) {
            problems.at(at, "区间有误 / a band runs from its \"from\" to a higher \"below\"");
            return;
        }
        int order = row.below().compareTo(better.from());
        if (order != 0) {
            String between = row.below().min(better.from()).toPlainString() + " .. " + row.below().max(better.from()).toPlainString();
            problems.at(
                    at,
                    order < 0 ? "区间有空档 / a gap between bands: " + between : "区间重叠 / bands overlap: " + between,
                    "below: " + better.from().toPlainString());
        }
        if (row.coefficient().compareTo(better.coefficient()) > 0) {
            problems.at(at, "系数倒挂 / a lower grade has a higher coefficient than " + better.grade());
        }
    }
}
