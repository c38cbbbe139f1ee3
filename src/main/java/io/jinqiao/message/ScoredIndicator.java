package io.jinqiao.message;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of a scorecard (考核指标).
 *
 * @param id such as {@code O1}; the list is data of the scheme
 * @param value measured; null when there were too few cases or facts are missing
 * @param unit unit of the value
 * @param points at most the weight
 * @param cases how many cases were measured
 * @param graded false: too few cases, full weight without effect
 * @param remark what was excluded and why
 */
public record ScoredIndicator(
        String id,
        String name,
        @Nullable BigDecimal value,
        String unit,
        BigDecimal weight,
        BigDecimal points,
        int cases,
        boolean graded,
        @Nullable String remark) {
    static ScoredIndicator read(Fields f) {
        ScoredIndicator read = new ScoredIndicator(
                f.text("id", 20),
                f.text("name", 60),
                f.optionalValue("value", text -> Decimals.parse(text, 9, 4)),
                f.text("unit", 12),
                f.value("weight", text -> Decimals.parse(text, 3, 2)),
                f.value("points", text -> Decimals.parse(text, 3, 2)),
                f.number("cases", 0, 9999999),
                f.flag("graded"),
                f.optionalText("remark", 200));
        if (read.points() != null && read.weight() != null && read.points().compareTo(read.weight()) > 0) {
            f.problem("points", FailureCode.FIELDS_DISAGREE, "weight");
        }
        return read;
    }

    Content.Group content() {
        return Content.group()
                .put("id", id)
                .put("name", name)
                .put("value", value == null ? null : value.toPlainString())
                .put("unit", unit)
                .put("weight", weight.toPlainString())
                .put("points", points.toPlainString())
                .put("cases", cases)
                .put("graded", graded)
                .put("remark", remark)
                .build();
    }
}
