package io.jinqiao.repayment.rules;

import io.jinqiao.message.DeductionOutcome;
import io.jinqiao.repayment.Contributor;
import io.jinqiao.repayment.warning.BarelyCovered;
import io.jinqiao.repayment.warning.ContributionStopped;
import io.jinqiao.repayment.warning.MandateBroken;
import io.jinqiao.repayment.warning.PayingLater;
import io.jinqiao.repayment.warning.PledgeBroken;
import io.jinqiao.repayment.warning.Sign;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file of {@code rules/warning/}: every problem at once, with its line. */
final class SignFile {

    enum LooksAt {
        CONTRIBUTION,
        PLEDGE,
        MANDATE,
        LATENESS,
        COVER
    }

    record Title(String zh, String en) {}

    record Effective(LocalDate from) {}

    /** What a sign does not look at is null; the schema says what must be there. */
    record Row(
            String id, LooksAt looksAt, Title title, Signs.Grade grade, @Nullable Set<Contributor> contributors, int months, int ahead,
            @Nullable Set<DeductionOutcome> results, int instalments, int days, int covers, int again, int of) {
        Signs.Rule rule() {
            return new Signs.Rule(id, title.zh(), title.en(), grade, sign());
        }

        private Sign sign() {
            return switch (looksAt) {
                case CONTRIBUTION -> new ContributionStopped(contributors == null ? Set.of() : contributors, months);
                case PLEDGE -> new PledgeBroken();
                case MANDATE -> new MandateBroken(ahead, results == null ? Set.of() : results);
                case LATENESS -> new PayingLater(instalments, days);
                case COVER -> new BarelyCovered(covers, again, of);
            };
        }
    }

    record Table(int format, Title title, String source, Effective effective, List<Row> signs) {}

    private SignFile() {}

    static Signs read(Document file, Problems problems) {
        Table table = file.as(Table.class);
        List<Node> places = file.group().rows("signs");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < table.signs().size(); i++) {
            Row row = table.signs().get(i);
            if (!seen.add(row.id())) {
                problems.at(places.get(i), "预警规则重复 / the sign " + row.id() + " is there twice", "改用其他编号 / give one another id");
            }
            if (row.looksAt() == LooksAt.COVER && row.again() > row.of()) {
                problems.at(places.get(i), "次数大于期数，永不预警 / again is more than of, so it would never be seen", "次数至多等于期数 / again at most " + row.of());
            }
        }
        return new Signs(table.effective().from(), table.signs().stream().map(Row::rule).toList());
    }
}
