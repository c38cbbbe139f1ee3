package io.jinqiao.loan.rules;

import io.jinqiao.loan.LoanDeadline.Clock;
import io.jinqiao.loan.LoanDeadline.Kind;
import io.jinqiao.loan.LoanDeadline.Owner;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.loan.model.Pause;
import io.jinqiao.loan.rules.Deadlines.Deadline;
import io.jinqiao.loan.rules.Deadlines.Limit;
import io.jinqiao.message.Words;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.EffectiveTable;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleFile;
import io.jinqiao.rulebook.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules/deadlines.yaml} and, when one is configured, the file of assumptions. */
final class DeadlineFile {
    record Start(LoanEvent.Type event, String counts) {}

    record LimitRow(Clock clock, Kind kind, String days, LocalDate from, boolean assumed, String source) {
        Limit limit() {
            return new Limit(clock, kind, days.equals("unknown") ? null : Integer.valueOf(days), from, assumed, source);
        }
    }

    record Row(
            String deadline,
            Title title,
            Owner owner,
            Start starts,
            Set<LoanEvent.Type> ends,
            Set<Pause.Reason> pauses,
            List<LimitRow> limits) {}

    record Grace(int workingDays, boolean assumed, String source) {}

    record Table(int format, Grace reportGrace, List<Row> deadlines) {}

    record AssumedRow(String deadline, Clock clock, LocalDate from, Kind kind, int days, String source) {
        boolean standsFor(Row row, Limit limit) {
            return deadline.equals(row.deadline()) && clock == limit.clock() && from.equals(limit.from());
        }

        Limit limit() {
            return new Limit(clock, kind, days, from, true, source);
        }
    }

    record Assumptions(int format, List<AssumedRow> limits) {}

    private DeadlineFile() {}

    /** @param assumptions path of the file of assumptions; null: nothing is assumed */
    static Deadlines read(Sources sources, @Nullable String assumptions) {
        Table table = RuleFile.checked(sources, "deadlines").as(Table.class);
        List<AssumedRow> assumed = assumptions == null ? List.of() : assumed(sources, assumptions, table);
        List<Deadline> all = table.deadlines().stream().map(row -> deadline(row, assumed)).toList();
        return new Deadlines(all, table.reportGrace().workingDays());
    }

    /** Only what is unknown may be assumed. */
    private static List<AssumedRow> assumed(Sources sources, String name, Table table) {
        Document file = RuleFile.checked(sources, sources.get(name), "assumptions");
        List<AssumedRow> rows = file.as(Assumptions.class).limits();
        Problems problems = new Problems();
        for (int i = 0; i < rows.size(); i++) {
            AssumedRow assumed = rows.get(i);
            Node at = file.group().rows("limits").get(i);
            boolean unknown = table.deadlines().stream()
                    .anyMatch(row -> row.limits().stream()
                            .map(LimitRow::limit)
                            .anyMatch(limit -> limit.days() == null && assumed.standsFor(row, limit)));
            if (!unknown) {
                problems.at(at, "没有这个未定时限 / there is no unknown limit of " + assumed.deadline() + ", "
                        + Words.of(assumed.clock()) + ", from " + assumed.from());
            }
        }
        problems.throwIfAny();
        return rows;
    }

    private static Deadline deadline(Row row, List<AssumedRow> assumed) {
        Map<Clock, List<Limit>> limits = row.limits().stream()
                .map(LimitRow::limit)
                .map(limit -> limit.days() == null ? orAssumed(row, limit, assumed) : limit)
                .collect(Collectors.groupingBy(Limit::clock));
        Map<Clock, EffectiveTable<Limit>> tables = new EnumMap<>(Clock.class);
        limits.forEach((clock, list) -> tables.put(clock, EffectiveTable.of(new ArrayList<>(list), Limit::from)));
        return new Deadline(
                row.deadline(), row.title().zh(), row.title().en(), row.owner(), row.starts().event(),
                row.starts().counts().equals("latest"), row.ends(), row.pauses(), tables);
    }

    private static Limit orAssumed(Row row, Limit unknown, List<AssumedRow> assumed) {
        return assumed.stream()
                .filter(a -> a.standsFor(row, unknown))
                .map(AssumedRow::limit)
                .findFirst()
                .orElse(unknown);
    }
}
