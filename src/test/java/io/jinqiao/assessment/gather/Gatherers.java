package io.jinqiao.assessment.gather;

import io.jinqiao.assessment.scheme.Contracts;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A gatherer with every source, put together by hand. */
public final class Gatherers {
    private Gatherers() {}

    public static Gatherer on(JdbcClient jdbc, WorkingCalendar calendar, Contracts contracts, Clock clock) {
        LoanBook book = new LoanBook(jdbc, new Exclusions(jdbc), new HiddenArrears(jdbc, calendar), calendar);
        return new Gatherer(
                List.of(
                        new LoanCases(book, new SilentCases(jdbc), new CellStore(jdbc), contracts, jdbc, clock), new CureCases(jdbc, new Exclusions(jdbc)), new ContactCases(jdbc, new Exclusions(jdbc), calendar), new ApplicationCases(jdbc, calendar), new DisbursementCases(jdbc, calendar),
                        new MortgageCases(jdbc, calendar), new BookCases(jdbc, contracts, calendar, clock), new ReplyCases(jdbc), new FileCases(jdbc), new CheckCases(jdbc), new EnteredCases(jdbc)),
                jdbc);
    }
}
