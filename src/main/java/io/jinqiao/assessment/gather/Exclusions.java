package io.jinqiao.assessment.gather;

import io.jinqiao.message.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Days on which a court, an insolvency, another bank's past or the centre's own word took a loan out of its bank's hands: from the day two people's word was
 * proposed until the loan was collected again or its case closed, whatever the case says since. What was wrong before the bank could act reaches back to the
 * beginning of the case.
 */
@Component
class Exclusions {
    private static final Set<String> FROM_THE_BEGINNING = Set.of("transferred-in", "deduction-failed-here");

    private final JdbcClient jdbc;

    Exclusions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param until the day after its last */
    record Span(String caseNo, String accountNo, String why, LocalDate from, LocalDate until) {
        private boolean has(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }

        private boolean meets(LocalDate first, LocalDate last) {
            return !last.isBefore(from) && first.isBefore(until);
        }
    }

    /** Of one bank. */
    static final class Spans {
        private final Map<String, List<Span>> byCase = new HashMap<>();
        private final Map<String, List<Span>> byAccount = new HashMap<>();

        private Spans(List<Span> all) {
            all.forEach(one -> byCase.computeIfAbsent(one.caseNo(), no -> new ArrayList<>()).add(one));
            all.forEach(one -> byAccount.computeIfAbsent(one.accountNo(), no -> new ArrayList<>()).add(one));
        }

        /** Why a loan does not count on a day; null: it does. */
        @Nullable String on(String accountNo, LocalDate day) {
            return byAccount.getOrDefault(accountNo, List.of()).stream().filter(one -> one.has(day)).map(Span::why).findFirst().orElse(null);
        }

        /** Why a case does not count that was in its bank's hands not on all of some days; null: it was. */
        @Nullable String within(String caseNo, LocalDate first, LocalDate last) {
            return byCase.getOrDefault(caseNo, List.of()).stream().filter(one -> one.meets(first, last)).map(Span::why).findFirst().orElse(null);
        }
    }

    /** One word of two people. @param why null: to be collected again */
    private record Word(String caseNo, String accountNo, LocalDate since, @Nullable LocalDate closed, @Nullable String now, @Nullable String why, @Nullable LocalDate proposed, @Nullable LocalDate answered) {}

    Spans of(PartnerId bank, LocalDate last) {
        Map<String, List<Word>> cases = new LinkedHashMap<>();
        jdbc.sql("SELECT c.case_no, c.account_no, c.overdue_since, c.closed_on, c.exclusion AS now, e.exclusion AS why, e.proposed_at, e.answered_at FROM repayment_fact_case c"
                        + " LEFT JOIN repayment_fact_exclusion e ON e.case_no = c.case_no AND e.confirmed WHERE c.partner = ? AND c.overdue_since <= ?"
                        + " AND (c.exclusion IS NOT NULL OR e.number IS NOT NULL) ORDER BY c.case_no, e.answered_at, e.number")
                .params(bank.value(), last)
                .query((row, i) -> word(row))
                .list()
                .forEach(word -> cases.computeIfAbsent(word.caseNo(), no -> new ArrayList<>()).add(word));
        List<Span> spans = new ArrayList<>();
        cases.values().forEach(words -> spans.addAll(spans(words)));
        return new Spans(spans);
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(
                row.getString("case_no"), row.getString("account_no"), row.getObject("overdue_since", LocalDate.class), Rows.day(row, "closed_on"), row.getString("now"), row.getString("why"),
                day(Rows.instant(row, "proposed_at")), day(Rows.instant(row, "answered_at")));
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : Rows.dayOf(at);
    }

    /** Of one case, its words in order. */
    private static List<Span> spans(List<Word> words) {
        List<Span> spans = new ArrayList<>();
        Span open = null;
        Word any = words.get(0);
        LocalDate end = Objects.requireNonNullElse(any.closed(), LocalDate.MAX);
        for (Word word : words) {
            String why = word.why() != null || word.proposed() != null ? word.why() : word.now();
            if (open != null && word.answered() != null) {
                spans.add(new Span(open.caseNo(), open.accountNo(), open.why(), open.from(), word.answered()));
                open = null;
            }
            if (why != null) {
                LocalDate from = word.proposed() == null || FROM_THE_BEGINNING.contains(why) ? word.since() : word.proposed();
                open = new Span(word.caseNo(), word.accountNo(), why, from, end);
            }
        }
        if (open != null) {
            spans.add(open);
        }
        return spans.stream().filter(one -> one.from().isBefore(one.until())).toList();
    }
}
