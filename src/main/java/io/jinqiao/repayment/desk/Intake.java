package io.jinqiao.repayment.desk;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.FileHead;
import io.jinqiao.message.FileResult;
import io.jinqiao.message.FileResult.LineProblem;
import io.jinqiao.message.IncomingFile;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.desk.BookedAgain.TakenOut;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.FileStore.Told;
import io.jinqiao.repayment.store.IntakeStore;
import io.jinqiao.repayment.store.Judging;
import io.jinqiao.repayment.store.Judging.Judgeable;
import io.jinqiao.repayment.store.Judging.Judged;
import io.jinqiao.repayment.store.LeftOut;
import io.jinqiao.repayment.store.MonthJudging;
import io.jinqiao.repayment.store.PaymentStore.Instalment;
import io.jinqiao.repayment.store.PaymentStore.Standing;
import io.jinqiao.repayment.store.RowStore;
import io.jinqiao.repayment.store.RowStore.Written;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Write, judge, keep or take back: all in the caller's transaction, so that a file counts whole or, after whatever crash, not at all. */
@Component
class Intake {
    /** Rows that are written again for a report that takes the place of one of them. */
    private static final long MOST_CARRIED = 10_000;

    private final RowStore rows;
    private final Judging judging;
    private final MonthJudging months;
    private final LeftOut leftOut;
    private final FileStore files;
    private final IntakeStore intakes;
    private final BookedAgain results;
    private final Agreements agreements;
    private final Clock clock;

    Intake(RowStore rows, Judging judging, MonthJudging months, LeftOut leftOut, FileStore files, IntakeStore intakes, BookedAgain results, Agreements agreements, @Qualifier("businessClock") Clock clock) {
        this.rows = rows;
        this.judging = judging;
        this.months = months;
        this.leftOut = leftOut;
        this.files = files;
        this.intakes = intakes;
        this.results = results;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** What is being taken, and how many of its rows may be refused. */
    private record Task(long id, IncomingFile file, boolean single, Written<Reading.Read> written, RowStore.Undo undo, long tolerated, Instant at) {
        Reading.Read read() {
            return written.read();
        }

        FileHead head() {
            return read().head();
        }

        long rows() {
            return written.rows() + read().refusedRows();
        }

        /** What came of an order is known better than the file of its day knows it. */
        boolean isResult() {
            return single && head().fileNo().startsWith(MessageReport.RESULT);
        }

        /** With rows of the report it corrects. */
        Task with(LocalDate firstDay) {
            return new Task(id, file, single, new Written<>(written.read(), written.rows(), firstDay, written.repeated()), undo, tolerated, at);
        }

        LocalDate firstDay() {
            LocalDate first = written.firstDay();
            return first == null ? head().accountingDate() : first;
        }
    }

    FileResult take(IncomingFile file, boolean single) {
        Running running = new Running(file, intakes, clock);
        if (!single) {
            running.begin();
        }
        try {
            return take(file, single, running);
        } finally {
            running.over();
        }
    }

    private FileResult take(IncomingFile file, boolean single, Running running) {
        long id = files.next();
        RowStore.Undo undo = rows.mark();
        Written<Reading.Read> written = rows.write(id, file.partner(), pen -> Reading.read(file, pen, running));
        running.judging();
        if (single) {
            files.oneAtATime(file.partner());
        } else {
            files.filesInTurn(file.partner());
        }
        // what a correction leaves out is gone, so one with a row that is refused would take back what was right before
        long tolerated = single || written.read().head().corrects() != null ? 0 : agreements.with(file.partner()).tolerated(written.rows() + written.read().refusedRows());
        Task task = new Task(id, file, single, written, undo, tolerated, clock.instant());
        Optional<Long> corrected = corrected(task);
        List<LineProblem> whole = whole(task, corrected);
        if (whole.isEmpty() && !single && agreements.with(file.partner()).isMonthly(task.head().fileNo())) {
            return month(task);
        }
        return whole.isEmpty() ? judged(task, corrected.orElse(null)) : fallen(task, null, whole, task.read().refused(), task.read().refusedRows());
    }

    private Optional<Long> corrected(Task task) {
        String corrects = task.head().corrects();
        if (corrects == null) {
            return Optional.empty();
        }
        PartnerId bank = task.file().partner();
        Optional<Long> counts = files.counting(bank, corrects, task.single(), task.head().accountingDate());
        return counts.isPresent() || !task.single() ? counts : results.now(bank, corrects, task.id());
    }

    /** What is wrong with all of it. */
    private List<LineProblem> whole(Task task, Optional<Long> corrected) {
        LocalDate today = LocalDate.ofInstant(task.at(), WorkingCalendar.ZONE);
        FileHead head = task.head();
        Stream.Builder<Problem> problems = Stream.builder();
        if (head.accountingDate().isAfter(today)) {
            problems.add(Problem.at("accountingDate", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, "1990-01-01", today.toString()));
        }
        if (files.stands(task.file().partner(), head.fileNo(), task.single())) {
            problems.add(Problem.at("fileNo", FailureCode.KEY_CONFLICT));
        }
        if (head.corrects() != null && corrected.isEmpty()) {
            problems.add(Problem.at("corrects", FailureCode.REPAYMENT_CORRECTED_UNKNOWN));
        }
        if (task.single() && corrected.isPresent() && rows.count(corrected.get()) > MOST_CARRIED) {
            problems.add(Problem.at("corrects", FailureCode.REPAYMENT_CORRECTED_TOO_LARGE, "" + MOST_CARRIED));
        }
        return problems.build().map(problem -> new LineProblem(0, problem)).toList();
    }

    /** A file of a month tells nothing new: where it differs from what the days told its rows go back, and none of them counts. */
    private FileResult month(Task task) {
        LocalDate day = task.head().accountingDate();
        MonthJudging.Month month = months.judge(task.file().partner(), task.id(), day);
        long refusedRows = month.rows().refused() + task.read().refusedRows();
        Stream<LineProblem> missing = month.missing().some().stream().map(loan -> whole(FailureCode.REPAYMENT_MONTH_LEFT_OUT, loan));
        List<LineProblem> refused = Stream.concat(missing, refused(task, month.rows()).stream()).limit(FileResult.MOST_REFUSED).toList();
        if (refusedRows + month.missing().count() > task.tolerated()) {
            return fallen(task, null, List.of(tooMany(task, refusedRows + month.missing().count())), refused, refusedRows);
        }
        files.insert(told(task, null, task.rows(), refusedRows, false), task.at());
        files.monthly(task.id(), task.file().partner(), day, task.at());
        files.sendBack(task.id(), refused);
        return result(task, List.of(), refused, refusedRows);
    }

    private static List<LineProblem> refused(Task task, Judged judged) {
        LocalDate day = task.head().accountingDate();
        return Stream.concat(task.read().refused().stream(), judged.faulty().stream().map(faulty -> Faults.told(faulty, day)))
                .sorted(Comparator.comparingLong(LineProblem::line))
                .limit(FileResult.MOST_REFUSED)
                .toList();
    }

    private static LineProblem whole(FailureCode code, LeftOut.Loan loan) {
        return new LineProblem(0, Problem.at("loanAccountNo", code, loan.accountNo(), loan.toldBy()));
    }

    private static LineProblem tooMany(Task task, long refusedRows) {
        return new LineProblem(0, Problem.of(FailureCode.REPAYMENT_TOO_MANY_REFUSED, "" + refusedRows, "" + task.tolerated()));
    }

    private FileResult judged(Task read, @Nullable Long corrected) {
        long carried = corrected == null || !read.single() ? 0 : rows.carryOn(corrected, read.id(), results.isOne(corrected));
        Task task = carried > 0 ? read.with(rows.firstDay(read.id())) : read;
        if (carried < 0) {
            LineProblem other = new LineProblem(0, Problem.at("corrects", FailureCode.REPAYMENT_CORRECTED_UNKNOWN));
            return fallen(task, null, List.of(other), task.read().refused(), task.read().refusedRows());
        }
        boolean ofOne = corrected != null && task.single();
        Map<Instalment, Standing> before = ofOne ? results.before(task.file().partner(), rows.accountNo(task.id())) : Map.of();
        if (corrected != null) {
            files.replace(corrected, task.at());
        }
        boolean ofResult = ofOne && results.isOne(corrected);
        if (ofResult) {
            results.carryOnOthers(corrected, task.id(), task.at());
        }
        files.insert(told(task, corrected, task.rows() + carried, task.read().refusedRows(), true), task.at());
        LocalDate day = task.head().accountingDate();
        TakenOut overtaken = task.isResult() ? TakenOut.NOTHING : results.takeOut(task.file().partner(), task.id(), task.firstDay(), task.at());
        Optional<List<String>> repeated = carried > 0 ? Optional.empty() : task.written().repeated();
        Judged judged = judging.judge(new Judgeable(task.file().partner(), task.id(), task.firstDay(), day, task.written().rows() + carried, repeated, task.isResult() || ofResult));
        long refusedRows = judged.refused() + task.read().refusedRows();
        List<LineProblem> refused = refused(task, judged);
        if (refusedRows > task.tolerated()) {
            return fallen(task, corrected, List.of(tooMany(task, refusedRows)), refused, refusedRows);
        }
        List<LineProblem> gone = gone(task, corrected);
        if (!gone.isEmpty()) {
            return fallen(task, corrected, gone, refused, refusedRows);
        }
        if (judged.refused() > 0) {
            overtaken = results.putBack(task.file().partner(), task.id(), overtaken, judging.refused(overtaken.accountNos()), task.at());
            judging.sendBack(task.file().partner(), task.id(), task.at());
            judging.drop();
        }
        count(task, corrected, refused, refusedRows);
        if (ofOne) {
            results.takenBack(task.file().partner(), task.id(), corrected, task.file().id().value(), before);
        }
        if (!task.isResult()) {
            results.bookAgain(task.file().partner(), task.id(), corrected, overtaken, this, task.at());
        }
        return result(task, List.of(), refused, refusedRows);
    }

    /** Loans a correction leaves out from between other days. A report takes the place of one row and leaves none out. */
    private List<LineProblem> gone(Task task, @Nullable Long corrected) {
        return corrected == null || task.single()
                ? List.of()
                : leftOut.contradicted(task.file().partner(), corrected, task.id()).stream().map(loan -> whole(FailureCode.REPAYMENT_LEFT_OUT, loan)).toList();
    }

    /** What follows from a file that stands. */
    private void count(Task task, @Nullable Long corrected, List<LineProblem> refused, long refusedRows) {
        LocalDate day = task.head().accountingDate();
        if (refusedRows > 0) {
            files.refused(task.id(), refusedRows);
            files.sendBack(task.id(), refused);
        }
        if (!task.single()) {
            files.arrived(task.file().partner(), day, task.at());
        }
        files.reopen(task.file().partner(), day, corrected == null ? List.of(task.id()) : List.of(task.id(), corrected), task.at());
    }

    /** No row counts; that it was here and why it fell is kept. A single report that falls is not kept: its refusal undoes everything. */
    private FileResult fallen(Task task, @Nullable Long corrected, List<LineProblem> problems, List<LineProblem> refused, long refusedRows) {
        task.undo().undo();
        files.insert(told(task, corrected, task.rows(), refusedRows, false), task.at());
        files.sendBack(task.id(), Stream.concat(problems.stream(), refused.stream()).limit(FileResult.MOST_REFUSED).toList());
        return result(task, problems, refused, refusedRows);
    }

    private static Told told(Task task, @Nullable Long corrected, long rows, long refused, boolean stands) {
        IncomingFile file = task.file();
        return new Told(
                task.id(), file.partner(), task.head().fileNo(), task.single(), file.name(), file.id().value(), task.firstDay(), task.head().accountingDate(),
                corrected, rows, refused, stands);
    }

    private static FileResult result(Task task, List<LineProblem> problems, List<LineProblem> refused, long refusedRows) {
        FileHead head = task.head();
        return new FileResult(head.fileNo(), task.file().name(), head.accountingDate(), task.rows(), problems, refused, refusedRows);
    }
}
