package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contracts;
import io.jinqiao.assessment.scheme.Scheme.Expectation;
import io.jinqiao.assessment.scheme.Scheme.Expectation.Vintage;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Balances by daily average. Loans that were never late are one row together; each other loan is a row of its own. Beside them a row for each vintage and risk
 * group: what the other banks' loans of the same kind lead to expect.
 */
@Component
class LoanCases implements Source {
    private static final String NEVER_LATE = "never-late";

    private final LoanBook book;
    private final SilentCases silent;
    private final CellStore cells;
    private final Contracts contracts;
    private final JdbcClient jdbc;
    private final Clock clock;

    LoanCases(LoanBook book, SilentCases silent, CellStore cells, Contracts contracts, JdbcClient jdbc, @Qualifier("businessClock") Clock clock) {
        this.book = book;
        this.silent = silent;
        this.cells = cells;
        this.contracts = contracts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Counted> rows(Asked asked) {
        Expectation rules = asked.expectation();
        LoanBook.Loans loans = book.read(asked.bank(), asked.days(), asked.contract().time().silentDays(), rules == null ? Vintage.QUARTER : rules.vintage());
        List<Counted> rows = new ArrayList<>();
        if (!loans.never().isEmpty()) {
            rows.add(neverLate(asked, loans.never()));
        }
        Set<Cell> compared = new HashSet<>();
        if (rules != null) {
            keep(asked, loans, rules);
            Peers peers = new Peers(others(asked, rules), rules);
            loans.cells().forEach((cell, own) -> {
                Peers.Expected expected = peers.of(cell, own);
                if (expected != null) {
                    compared.add(cell);
                }
                rows.add(expected(asked, cell, own, expected));
            });
        }
        loans.late().forEach(one -> rows.add(late(asked, one, compared.contains(one.cell()))));
        rows.addAll(silent.rows(asked.bank(), loans.late()));
        return rows;
    }

    /** The messages are the bank's files and reports of all days since the first that counts. */
    private Counted neverLate(Asked asked, List<LoanBook.Never> never) {
        long loans = never.stream().mapToLong(LoanBook.Never::loans).sum();
        long fenDays = never.stream().mapToLong(LoanBook.Never::fenDays).reduce(0, Math::addExact);
        LocalDate from = never.stream().map(LoanBook.Never::toldFrom).min(LocalDate::compareTo).orElseThrow();
        List<String> messages = jdbc.sql("SELECT DISTINCT message_id FROM repayment_fact_file WHERE partner = ? AND stands AND accounting_date BETWEEN ? AND ? ORDER BY 1")
                .params(asked.bank().value(), from, asked.days().last())
                .query(String.class)
                .list();
        return new Counted(Measure.LOAN, NEVER_LATE, null, null, asked.days().last(), List.of(fenDays, 0L, 0L, loans, 0L), false, null, loans + " loans", messages);
    }

    private static Counted late(Asked asked, LoanBook.Late one, boolean compared) {
        List<Long> fenDays = one.fenDays();
        String remark = one.lateDays() + " days late" + (one.silentDays() > 0 ? ", " + one.silentDays() + " days nothing told of an instalment" : "")
                + (one.paidForDays() > 0 ? ", " + one.paidForDays() + " days paid for by somebody else" : "")
                + (one.excluded() == null ? out(one.out()) : "");
        boolean late = fenDays.get(1) > 0 || fenDays.get(2) > 0;
        boolean isShort = one.excluded() == null && late;
        return new Counted(
                Measure.LOAN, one.accountNo(), one.accountNo(), null, asked.days().last(), List.of(fenDays.get(0), fenDays.get(1), fenDays.get(2), 1L, late && compared ? 1L : 0L), isShort, one.excluded(), remark,
                one.messages());
    }

    private static String out(Map<String, Integer> days) {
        return days.entrySet().stream().map(one -> ", " + one.getValue() + " days out: " + one.getKey()).collect(Collectors.joining());
    }

    private static Counted expected(Asked asked, Cell cell, Exposure own, Peers.@Nullable Expected expected) {
        boolean known = expected != null;
        return new Counted(
                Measure.EXPECTED, cell.toString(), null, null, asked.days().last(), known ? List.of(expected.fenDays(), expected.thousandths()) : List.of(0L, 0L), false,
                known ? null : "nothing-to-compare", known ? expected.remark() : own.loans() + " loans, " + own.late() + " late", List.of());
    }

    private List<PartnerId> others(Asked asked) {
        return jdbc.sql("SELECT DISTINCT partner FROM repayment_fact_origin WHERE partner <> ? ORDER BY 1").param(asked.bank().value()).query((row, i) -> new PartnerId(row.getString(1))).list();
    }

    /** For the other banks, which are held against the same count, so that no book is read twice for one period of all. */
    private void keep(Asked asked, LoanBook.Loans loans, Expectation rules) {
        LocalDate today = WorkingCalendar.today(clock);
        if (cells.find(asked.bank(), asked.days(), rules.vintage(), today).isEmpty()) {
            cells.put(asked.bank(), asked.days(), rules.vintage(), loans.cells(), today);
        }
    }

    /** The other banks' loans, counted now unless they were for these days. */
    private Map<String, Map<Cell, Exposure>> others(Asked asked, Expectation rules) {
        LocalDate today = WorkingCalendar.today(clock);
        Map<String, Map<Cell, Exposure>> others = new HashMap<>();
        for (PartnerId bank : others(asked)) {
            others.put(bank.value(), cells.find(bank, asked.days(), rules.vintage(), today).orElseGet(() -> counted(bank, asked.days(), rules, today)));
        }
        return others;
    }

    private Map<Cell, Exposure> counted(PartnerId bank, Days days, Expectation rules, LocalDate today) {
        Map<Cell, Exposure> counted = book.readAhead(bank, days, contracts.lastOn(bank, days.first()).time().silentDays(), rules.vintage()).cells();
        cells.put(bank, days, rules.vintage(), counted, today);
        return counted;
    }
}
