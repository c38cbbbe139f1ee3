package io.jinqiao.loan.rules;

import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.Sources;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Everything about loans that is data; a bad file stops the start. */
@Component
public final class LoanRules {
    private final Schemes schemes;
    private final Rates rates;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;

    /** @throws io.jinqiao.rulebook.RulebookException with the problems of all files */
    @Autowired
    public LoanRules(Sources sources, WorkingCalendar calendar, LoanProperties properties) {
        Problems problems = new Problems();
        AtomicReference<Schemes> readSchemes = read(problems, () -> Schemes.read(sources));
        AtomicReference<Rates> readRates = read(problems, () -> Rates.read(sources));
        AtomicReference<Deadlines> readDeadlines =
                read(problems, () -> DeadlineFile.read(sources, properties.assumptions()));
        problems.throwIfAny();
        this.schemes = readSchemes.get();
        this.rates = readRates.get();
        this.deadlines = readDeadlines.get();
        this.calendar = calendar;
    }

    private static <T> AtomicReference<T> read(Problems problems, Supplier<T> reader) {
        AtomicReference<T> read = new AtomicReference<>();
        problems.collect(() -> read.set(reader.get()));
        return read;
    }

    public Schemes schemes() {
        return schemes;
    }

    public Rates rates() {
        return rates;
    }

    public Deadlines deadlines() {
        return deadlines;
    }

    public WorkingCalendar calendar() {
        return calendar;
    }
}
