package io.jinqiao.credit.desk;

import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.ContractFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.MonthFacts;
import io.jinqiao.credit.report.PersonFacts;
import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A year of invented loans, each with a course of its own that follows from its number. */
final class Courses implements CreditFacts {
    static final YearMonth FIRST = YearMonth.of(2026, 1);
    static final int MONTHS = 12;

    enum Course {
        NORMAL,
        NEW,
        LATE_AND_CURED,
        EVER_LATER,
        PREPAID,
        PAID_OFF,
        HANDED_OVER,
        CORRECTED,
        RECOVERED
    }

    private final int loans;
    private final long seed;

    Courses(int loans, long seed) {
        this.loans = loans;
        this.seed = seed;
    }

    static Course course(int number) {
        return Course.values()[number % Course.values().length];
    }

    int loans() {
        return loans;
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 1_000_003L + number);
    }

    /** The month in which something happens to a loan, from the third to the tenth of the year. */
    YearMonth turn(int number) {
        return FIRST.plusMonths(2 + random(number).nextInt(8));
    }

    static String account(int number) {
        return Samples.PROVIDER + "GJJ%08d".formatted(number);
    }

    /** Every tenth loan is a second one of the borrower before it, of whom another day's profile is told. */
    private static int borrower(int number) {
        return number % 10 == 0 ? number - 1 : number;
    }

    LoanFacts loan(int number) {
        LocalDate opened = course(number) == Course.NEW ? turn(number).atDay(1 + random(number).nextInt(20)) : LocalDate.of(2020 + number % 5, 1 + number % 12, 1 + number % 28);
        AccountFacts.Person borrower = person(borrower(number), "甲");
        String contract = Samples.PROVIDER + "DY%08d".formatted(number);
        AccountFacts account = new AccountFacts(
                account(number), borrower, Samples.PROVIDER, opened, opened.plusYears(20), new Money(30_000_000L + number % 5_000 * 10_000L), number % 3 == 0 ? "12" : "11", 240, "2", "24", "1", "110000",
                number % 2 == 0 ? List.of(new AccountFacts.Responsible(person(number + 50_000_000, "乙"), "1", null, null)) : List.of(),
                List.of(contract));
        PersonFacts facts = new PersonFacts(borrower.idNumber(), borrower, born(borrower(number)), "1", number % 2 == 0 ? "20" : "10", number % 2 == 0 ? person(number + 50_000_000, "乙") : null, "20", "4", "17", "测试公司", "2", "测试市测试路 " + number + " 号", opened);
        ContractFacts secured = new ContractFacts(contract, account.amount(), opened, opened.plusYears(20), "测（2026）不动产权第%07d号".formatted(number), "110000", new Money(account.amount().fen() * 3 / 2), opened, borrower);
        return new LoanFacts(account, facts, List.of(secured), Set.copyOf(account.parts()));
    }

    private static LocalDate born(int number) {
        return LocalDate.of(1960 + number % 40, 1 + number % 12, 1 + number % 28);
    }

    /** Region 999999 does not exist. */
    private static AccountFacts.Person person(int number, String mark) {
        String first = "999999" + born(number).toString().replace("-", "") + "%03d".formatted(number / 3 % 1000);
        return new AccountFacts.Person("测试" + mark + number, "10", first + IdentityNumber.checkCharacter(first));
    }

    /** Nothing before it was opened and after it was told as closed. */
    Optional<MonthFacts> month(int number, YearMonth month) {
        LoanFacts loan = loan(number);
        if (month.isBefore(YearMonth.from(loan.account().opened()))) {
            return Optional.empty();
        }
        return Optional.of(standing(number, month, loan));
    }

    private MonthFacts standing(int number, YearMonth month, LoanFacts loan) {
        int late = late(number, month);
        LocalDate closed = course(number) == Course.PAID_OFF && !month.isBefore(turn(number)) ? turn(number).atDay(15) : null;
        boolean opening = month.equals(YearMonth.from(loan.account().opened()));
        LocalDate due = month.atDay(20);
        long principal = 150_037 + number % 977;
        Money debt = closed != null ? Money.ZERO : new Money(late * (principal + 90_011));
        Money debtPrincipal = closed != null ? Money.ZERO : new Money(late * principal);
        return new MonthFacts(
                month,
                opening || closed != null ? null : due,
                closed != null ? Money.ZERO : new Money(loan.account().amount().fen() * 9 / 10),
                closed != null ? 0 : 200,
                closed != null ? 0 : late,
                closed != null || late == 0 ? 0 : month.atEndOfMonth().getDayOfMonth() - 20 + 30 * (late - 1),
                debt,
                debtPrincipal,
                late > 1 && closed == null ? new MonthFacts.Aged(new Money(principal), Money.ZERO, Money.ZERO, Money.ZERO) : MonthFacts.Aged.NONE,
                opening || closed != null ? Money.ZERO : new Money(principal + 90_011),
                late == 0 && !opening ? new Money(principal + 90_011) : Money.ZERO,
                false,
                lastPaid(loan, month, late, opening, closed),
                late > 3 ? "3" : "1",
                month.atEndOfMonth(),
                closed,
                special(number, month, closed));
    }

    private static LocalDate lastPaid(LoanFacts loan, YearMonth month, int late, boolean opening, @Nullable LocalDate closed) {
        if (closed != null) {
            return closed;
        }
        return opening || late > 0 ? loan.account().opened() : month.atDay(20);
    }

    private List<MonthFacts.Special> special(int number, YearMonth month, @Nullable LocalDate closed) {
        if (course(number) == Course.PREPAID && month.equals(turn(number))) {
            return List.of(new MonthFacts.Special("4", month.atDay(18), new Money(5_000_000), 0));
        }
        return closed != null && month.equals(turn(number)) ? List.of(new MonthFacts.Special("5", closed, new Money(10_000_000), 0)) : List.of();
    }

    /** Instalments unpaid at the end of a month. */
    int late(int number, YearMonth month) {
        int since = (int) turn(number).until(month, ChronoUnit.MONTHS);
        return switch (course(number)) {
            case LATE_AND_CURED -> since == 0 || since == 1 ? since + 1 : 0;
            case EVER_LATER -> Math.max(0, since + 1);
            case RECOVERED -> since == 0 ? 1 : 0;
            default -> 0;
        };
    }

    @Override
    public void each(YearMonth month, Sink sink) {
        for (int number = 1; number <= loans; number++) {
            int loan = number;
            month(number, month).ifPresent(standing -> sink.accept(loan(loan), standing));
        }
    }
}
