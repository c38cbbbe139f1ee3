package io.jinqiao.credit.desk;

import io.jinqiao.credit.file.FileHeader;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.file.ReportFile;
import io.jinqiao.credit.ledger.Acceptance;
import io.jinqiao.credit.ledger.Accepted;
import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.notice.Duties;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Finding;
import io.jinqiao.credit.record.RecordLine;
import io.jinqiao.credit.record.ReportContext;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.record.Validation;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.report.NextReport;
import io.jinqiao.credit.report.Standing;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.ReportStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One run over all loans for one month. A record that fails a rule is set aside, the rest goes. What was made in files that committed is not made again, so
 * that a run killed anywhere is simply run again.
 */
final class MonthlyRun implements AutoCloseable {
    private static final int TOGETHER = 1000;
    private static final String RECORD = "210";
    private static final String VERSION = "2.0.0";
    private static final String NOTICE = "NOTICE";

    /** @param sent records in files @param aside set aside @param underWay skipped: a record of theirs is not answered yet @param done skipped: told already */
    record Result(List<FileName> files, long sent, long aside, long underWay, long done) {}

    private record Loan(AccountFacts account, MonthFacts month) {}

    private final Reports house;
    private final YearMonth month;
    private final LocalDate reported;
    private final NextReport next;
    private final ReportContext context;
    private final List<Loan> batch = new ArrayList<>();
    private final List<ReportStore.Row> rows = new ArrayList<>();
    private final List<FileName> files = new ArrayList<>();
    private ReportFile file;
    private long sent;
    private long aside;
    private long underWay;
    private long done;

    /** @param reported day of the records; of the month, or within one month of it */
    MonthlyRun(Reports house, YearMonth month, LocalDate reported, NextReport next, Reporter reporter) throws IOException {
        this.house = house;
        this.month = month;
        this.reported = reported;
        this.next = next;
        this.context = new ReportContext(reporter, LocalDate.now(house.clock()));
        this.file = new ReportFile(house.folder().folder());
    }

    Result over(CreditFacts facts) throws IOException {
        facts.each(month, (account, standing) -> {
            batch.add(new Loan(account, standing));
            if (batch.size() == TOGETHER) {
                judge();
            }
        });
        judge();
        finish();
        return new Result(List.copyOf(files), sent, aside, underWay, done);
    }

    private void judge() {
        List<String> accounts = batch.stream().map(loan -> loan.account().account()).toList();
        Map<String, HistoryStore.Latest> known = house.histories().latest(accounts);
        Set<String> open = house.histories().underWay(accounts);
        open.addAll(rows.stream().map(ReportStore.Row::account).collect(Collectors.toSet()));
        List<AsideStore.Aside> asides = new ArrayList<>();
        for (Loan loan : batch) {
            if (open.contains(loan.account().account())) {
                underWay++;
            } else {
                asides.addAll(judge(loan, known.get(loan.account().account())));
            }
        }
        house.asides().clear(accounts, month);
        house.asides().add(asides, house.clock().instant());
        batch.clear();
    }

    private List<AsideStore.Aside> judge(Loan loan, HistoryStore.@Nullable Latest latest) {
        String account = loan.account().account();
        AccountHistory history = latest == null ? AccountHistory.none("D1") : latest.history();
        CreditRecord record = told(account, history) ? null : next.at(history, loan.account(), loan.month(), reported).orElse(null);
        if (record == null) {
            done++;
            return List.of();
        }
        List<AsideStore.Aside> reasons = new ArrayList<>();
        Validation.of(record, context).forEach(finding -> reasons.add(reason(account, finding)));
        if (reasons.isEmpty()) {
            Acceptance.of(whole(account, history, record), record).forEach(finding -> reasons.add(reason(account, finding)));
        }
        if (reasons.isEmpty() && Standing.adverse(record)) {
            Duties duties = house.duties().of(account);
            house.notices()
                    .holds(loan.account(), latest, month, duties, context.fileDate(), house.clock().instant())
                    .forEach(hold -> reasons.add(new AsideStore.Aside(account, month, NOTICE, hold.person())));
        }
        if (reasons.isEmpty()) {
            add(account, record);
        } else {
            aside++;
        }
        return reasons;
    }

    /** The month was told on this day or a later one. */
    private boolean told(String account, AccountHistory history) {
        if (!history.known() || history.latest().isBefore(reported)) {
            return false;
        }
        return house.histories().whole(account).told(month, reported);
    }

    /** The latest record is enough to judge one that is newer and tells of no special transaction. */
    private AccountHistory whole(String account, AccountHistory latest, CreditRecord record) {
        boolean enough = !latest.known() || latest.latest().isBefore(reported) && !record.has("K") && latest.monthBefore(month);
        return enough ? latest : house.histories().whole(account);
    }

    private AsideStore.Aside reason(String account, Finding finding) {
        return new AsideStore.Aside(account, month, finding.rule(), finding.item());
    }

    private void add(String account, CreditRecord record) {
        try {
            file.add(RecordLine.of(record));
            rows.add(new ReportStore.Row(account, "D1", Accepted.of(record), Standing.adverse(record)));
            if (file.full()) {
                finish();
                file = new ReportFile(house.folder().folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File, serial number and rows are there together or not at all. */
    private void finish() throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        LocalDateTime made = LocalDateTime.ofInstant(house.clock().instant(), ZoneId.of("Asia/Shanghai"));
        files.add(house.transaction().execute(status -> made(made)));
        sent += rows.size();
        rows.clear();
        file.close();
    }

    private FileName made(LocalDateTime made) {
        FileName name = house.reports().next(context.reporter().segment(), made.toLocalDate(), RECORD);
        try {
            ReportFolder.Stored stored = house.folder().store(name, out -> file.write(name, VERSION, FileHeader.ONE_FORM, made, house.cipher(), out));
            house.reports().made(name, house.clock().instant(), rows, stored.size(), stored.digest());
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
