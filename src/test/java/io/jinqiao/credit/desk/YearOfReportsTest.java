package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.notice.Channel;
import io.jinqiao.credit.notice.NoticeEvent;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.AccountRecords;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.message.Money;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of months, told to a Center that judges by rules written apart from ours. {@code -Djinqiao.credit.loans=10000} is the full size, {@code
 * -Djinqiao.credit.seed} another year.
 */
@Tag("campaign")
class YearOfReportsTest {
    private static final int LOANS = Integer.getInteger("jinqiao.credit.loans", 540);
    private static final long SEED = Long.getLong("jinqiao.credit.seed", 20261128);

    @TempDir
    private Path folder;

    private final HikariDataSource database = TestDatabase.migrated();
    private final Courses courses = new Courses(LOANS, SEED);
    private final List<String> refusals = new ArrayList<>();
    private CreditFixture credit;
    private ReportingDesk center;
    private long waited;

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void theCenterRefusesNothingOfAWholeYear() throws IOException {
        credit = new CreditFixture(database, folder);
        center = ReportingDesk.inMemory(ReportSettings.plain().compressed(), new Clock() {
            @Override
            public Instant instant() {
                return credit.now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.ofHours(8);
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
        for (int i = 0; i < Courses.MONTHS; i++) {
            YearMonth month = Courses.FIRST.plusMonths(i);
            between(month);
            monthEnd(month);
        }
        assertThat(refusals).isEmpty();
        assertThat(count("SELECT count(*) FROM credit_row")).isZero();
        assertThat(credit.house.asides().all()).isEmpty();
        assertThat(waited).as("adverse records that waited for their notices").isPositive();
        everythingWasTold();
    }

    /** What happens on days of the month before its end. */
    private void between(YearMonth month) throws IOException {
        credit.now = month.atDay(25).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
        send(records(month, Courses.Course.RECOVERED, 1, number -> recovered(number, month)));
        send(records(month, Courses.Course.HANDED_OVER, 0, number -> handedOver(number, month)));
        send(records(month, Courses.Course.CORRECTED, 1, number -> corrected(number, month)));
    }

    private interface Making {
        CreditRecord of(int number);
    }

    private List<SingleRecords.Wanted> records(YearMonth month, Courses.Course course, int monthsAfterTurn, Making making) {
        List<SingleRecords.Wanted> wanted = new ArrayList<>();
        for (int number = 1; number <= courses.loans(); number++) {
            if (Courses.course(number) == course && courses.turn(number).plusMonths(monthsAfterTurn).equals(month)) {
                wanted.add(new SingleRecords.Wanted(Courses.account(number), making.of(number)));
            }
        }
        return wanted;
    }

    private CreditRecord recovered(int number, YearMonth month) {
        LocalDate day = month.atDay(10);
        MonthFacts now = courses.month(number, month).orElseThrow();
        MonthFacts then = new MonthFacts(
                month, null, now.balance(), now.remaining(), 0, 0, Money.ZERO, Money.ZERO, MonthFacts.Aged.NONE, Money.ZERO, new Money(240_048), false, day, "1", day, null, List.of());
        return new AccountRecords(Samples.type("210")).recovered(courses.loan(number).account(), then, new Money(240_048), day);
    }

    private CreditRecord handedOver(int number, YearMonth month) {
        return Samples.flat("215", "InfRecType 215, AcctCode " + Courses.account(number) + ", RptDate " + month.atDay(10) + ", OpetnType 21, Month " + month + ", Flag 1");
    }

    /** The month before was told with another balance. */
    private CreditRecord corrected(int number, YearMonth month) {
        YearMonth before = month.minusMonths(1);
        CreditRecord told = new AccountRecords(Samples.type("210")).monthly(courses.loan(number).account(), courses.month(number, before).orElseThrow(), "30", before.atEndOfMonth());
        return CreditRecord.of(Samples.type("212"))
                .segment("BS", Samples.items("InfRecType 212, ModRecCode " + Courses.account(number) + ", RptDate " + before.atEndOfMonth() + ", AcctType D1, MdfcSgmtCode H"))
                .segment("H", Map.copyOf(told.items("H")))
                .segment("H", Map.of("AcctBal", "123456"))
                .build();
    }

    private void monthEnd(YearMonth month) throws IOException {
        deliver(credit.run(month, courses).files());
        tellEverybodyWhoWaits(month.plusMonths(1).atDay(3));
        credit.now = month.plusMonths(1).atDay(8).atTime(9, 0).toInstant(ZoneOffset.ofHours(8));
        deliver(credit.again(month, courses).files());
    }

    private void tellEverybodyWhoWaits(LocalDate day) {
        credit.sql.query("SELECT account, episode, person FROM credit_notice GROUP BY account, episode, person HAVING max(step) = 0", row -> {
            LocalDate episode = row.getDate("episode").toLocalDate();
            credit.notices.add(row.getString("account"), episode, row.getString("person"), new NoticeEvent.Dispatched(Channel.SHORT_MESSAGE, "v1", "a1", day), credit.now);
            credit.notices.add(row.getString("account"), episode, row.getString("person"), new NoticeEvent.Arrived(day), credit.now);
            waited++;
        });
    }

    private void send(List<SingleRecords.Wanted> wanted) throws IOException {
        SingleRecords.Result result = new SingleRecords(credit.house, Samples.REPORTER).send(wanted);
        result.refused().forEach((account, findings) -> refusals.add("not sent: " + account + " " + findings));
        deliver(result.files());
    }

    private void deliver(List<FileName> files) throws IOException {
        refusals.addAll(credit.deliver(center, files));
        for (FileName file : files) {
            Files.delete(credit.house.folder().path(file));
        }
    }

    /** Every month of every course is in the ledger: counted from the courses, not from what was sent. */
    private void everythingWasTold() {
        long expected = 0;
        for (int number = 1; number <= courses.loans(); number++) {
            for (int i = 0; i < Courses.MONTHS; i++) {
                YearMonth month = Courses.FIRST.plusMonths(i);
                boolean closedBefore = Courses.course(number) == Courses.Course.PAID_OFF && month.isAfter(courses.turn(number));
                boolean handedOver = Courses.course(number) == Courses.Course.HANDED_OVER && !month.isBefore(courses.turn(number));
                expected += courses.month(number, month).isPresent() && !closedBefore && !handedOver ? 1 : 0;
            }
        }
        assertThat(count("SELECT count(*) FROM credit_accepted WHERE event IN ('10', '30', '31', '32')")).isEqualTo(expected);
        for (Map.Entry<Courses.Course, String> event : Map.of(Courses.Course.RECOVERED, "40", Courses.Course.CORRECTED, "212", Courses.Course.HANDED_OVER, "215", Courses.Course.PAID_OFF, "32").entrySet()) {
            assertThat(count("SELECT count(*) FROM credit_accepted WHERE event = '" + event.getValue() + "'")).as(event.getValue()).isEqualTo(courses.loans() / Courses.Course.values().length);
        }
    }

    private long count(String query) {
        Long count = credit.sql.queryForObject(query, Long.class);
        return count == null ? -1 : count;
    }
}
