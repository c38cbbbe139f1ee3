package io.jinqiao.loan.rules;

import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Interest of fund loans ({@code rules/rates.yaml}). */
public final class Rates {
    record Band(int home, int upToMonths, BigDecimal percent) {}

    record Row(String version, LocalDate from, String source, List<Band> bands) {
        Optional<Band> band(int home, int months) {
            return bands.stream()
                    .filter(band -> band.home() == home && months <= band.upToMonths())
                    .min((a, b) -> Integer.compare(a.upToMonths(), b.upToMonths()));
        }
    }

    record Table(int format, List<Row> rates) {}

    /** @param percent a year @param from first day of the table it stands in */
    public record Rate(BigDecimal percent, String version, LocalDate from) {}

    private final EffectiveTable<Row> table;

    private Rates(EffectiveTable<Row> table) {
        this.table = table;
    }

    static Rates read(Sources sources) {
        Document file = RuleFile.checked(sources, "rates");
        List<Row> rows = file.as(Table.class).rates();
        Problems problems = new Problems();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Node at = file.group().rows("rates").get(i);
            if (row.band(1, 360).isEmpty()) {
                problems.at(at, "没有首套房 360 个月以上的利率 / no rate for a first home over 360 months");
            }
            if (rows.stream().filter(r -> r.version().equals(row.version()) || r.from().equals(row.from())).count() > 1) {
                problems.at(at, "另一张表已用此版本号或生效日 / another table has this version or this first day");
            }
        }
        problems.throwIfAny();
        return new Rates(EffectiveTable.of(rows, Row::from));
    }

    /**
     * @param home first or second home of the family
     * @return empty when no rate is published for it: such a home gets no fund loan
     */
    public Optional<Rate> at(LocalDate day, int home, int months) {
        return table.find(day)
                .flatMap(row -> row.band(home, months)
                        .map(band -> new Rate(band.percent(), row.version(), row.from())));
    }
}
