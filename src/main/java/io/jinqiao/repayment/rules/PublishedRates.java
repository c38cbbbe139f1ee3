package io.jinqiao.repayment.rules;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.repayment.model.RateChange;
import io.jinqiao.repayment.model.Terms;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The published changes of the rate of each loan ({@code rules/rates.yaml}). Which home of the family a loan is for is not told to the ledger: the rate it was paid out
 * at says it, for the term, in the table in force then.
 */
@Component
public final class PublishedRates {
    record Band(int home, int upToMonths, BigDecimal percent) {}

    record Row(String version, LocalDate from, String source, List<Band> bands) {
        Optional<BigDecimal> percent(int home, int months) {
            return bands.stream()
                    .filter(band -> band.home() == home && months <= band.upToMonths())
                    .min(Comparator.comparingInt(Band::upToMonths))
                    .map(Band::percent);
        }
    }

    record Table(int format, List<Row> rates) {}

    private final List<Row> rows;

    /** @throws io.jinqiao.rulebook.RulebookException with everything wrong with the file */
    @Autowired
    public PublishedRates(Sources sources) {
        rows = RuleFile.checked(sources, "rates").as(Table.class).rates().stream().sorted(Comparator.comparing(Row::from)).toList();
    }

    /** Since its disbursement; none of a loan whose rate then is no published one. */
    public List<RateChange> changes(Terms terms) {
        Optional<Row> first = rows.stream().filter(row -> !row.from().isAfter(terms.disbursedOn())).reduce((one, later) -> later);
        return first.flatMap(row -> home(row, terms)).map(home -> changes(home, terms)).orElse(List.of());
    }

    private static Optional<Integer> home(Row row, Terms terms) {
        return row.bands().stream()
                .map(Band::home)
                .distinct()
                .filter(home -> row.percent(home, terms.months()).filter(percent -> percent.compareTo(terms.rate().percent()) == 0).isPresent())
                .findFirst();
    }

    private List<RateChange> changes(int home, Terms terms) {
        List<RateChange> changes = new ArrayList<>();
        rows.stream()
                .filter(row -> row.from().isAfter(terms.disbursedOn()))
                .forEach(row -> row.percent(home, terms.months())
                        .ifPresent(percent -> changes.add(new RateChange(row.from(), AnnualRate.parse(percent.stripTrailingZeros().toPlainString())))));
        return changes;
    }
}
