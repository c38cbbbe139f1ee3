package io.jinqiao.repayment.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * What really happened with one loan: what fell due, what was paid and when. Knows nothing of the product, so that what it says of a day can be held
 * against the ledger.
 */
final class TrueLoan {
    /** One due day. {@code extra}: principal prepaid with it. */
    record Instalment(int number, LocalDate dueOn, long principal, long interest, long extra) {}

    record Payment(LocalDate on, int instalment, long principal, long interest, long penalty, boolean late) {}

    final int bank;
    final String no;
    final long amount;
    final int months;
    final int ratePercentE5;
    final LocalDate disbursedOn;
    final LocalDate openedOn;
    final long openedBalance;
    /** Of a hundred: most pay, some are late now and then, some stop. */
    private final int kind;
    final List<Instalment> instalments = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();

    TrueLoan(Random random, int bank, String no, LocalDate begin, LocalDate end) {
        this.bank = bank;
        this.no = no;
        amount = 100L * (50_000 + random.nextInt(750_000)) + random.nextInt(100);
        months = 60 + random.nextInt(301);
        ratePercentE5 = random.nextBoolean() ? 260_000 : 307_500;
        int days = (int) (end.toEpochDay() - begin.toEpochDay());
        disbursedOn = random.nextInt(5) == 0 ? begin.plusDays(random.nextInt(Math.max(days / 2, 1))) : begin.minusDays(20 + random.nextInt(1_500));
        openedOn = disbursedOn.isBefore(begin) ? begin.minusDays(1) : disbursedOn;
        kind = random.nextInt(100);
        openedBalance = fallDue(random, end);
        behave(random, end);
    }

    /** Equal principal, in a book of its own. @return what was owed at the opening when all before it was paid */
    private long fallDue(Random random, LocalDate end) {
        long each = amount / months;
        long pool = amount;
        long before = 0;
        boolean prepayer = kind < 8;
        for (int k = 1; k <= months && pool > 0; k++) {
            LocalDate due = disbursedOn.plusMonths(k);
            if (due.isAfter(end)) {
                break;
            }
            long interest = BigDecimal.valueOf(pool).multiply(BigDecimal.valueOf(ratePercentE5)).divide(BigDecimal.valueOf(12L * 100 * 100_000), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            long principal = k == months ? pool : Math.min(each, pool);
            pool -= principal;
            if (!due.isAfter(openedOn)) {
                before += principal;
                continue;
            }
            long extra = prepayer && random.nextInt(6) == 0 ? Math.min(pool, each * (1 + random.nextInt(30))) : 0;
            pool -= extra;
            instalments.add(new Instalment(k, due, principal, interest, extra));
        }
        return amount - before;
    }

    private void behave(Random random, LocalDate end) {
        int stops = kind >= 97 ? random.nextInt(Math.max(instalments.size(), 1)) : Integer.MAX_VALUE;
        boolean catchesUp = random.nextBoolean();
        LocalDate caughtUp = end.minusDays(random.nextInt(60));
        for (int i = 0; i < instalments.size(); i++) {
            Instalment due = instalments.get(i);
            if (i >= stops) {
                if (catchesUp && due.dueOn().isBefore(caughtUp)) {
                    pay(due, caughtUp, due.principal(), due.interest(), 17);
                } else if (catchesUp) {
                    pay(due, due.dueOn(), due.principal() + due.extra(), due.interest(), 0);
                }
            } else if (kind >= 88 && random.nextInt(3) == 0 && due.extra() == 0) {
                LocalDate later = due.dueOn().plusDays(1 + random.nextInt(45));
                if (random.nextInt(3) == 0) {
                    long half = due.principal() / 2;
                    pay(due, due.dueOn(), half, due.interest(), 0);
                    pay(due, later, due.principal() - half, 0, 5);
                } else {
                    pay(due, later, due.principal(), due.interest(), 11);
                }
            } else {
                pay(due, due.dueOn(), due.principal() + due.extra(), due.interest(), 0);
            }
        }
        payments.removeIf(payment -> payment.on().isAfter(end));
    }

    private void pay(Instalment due, LocalDate on, long principal, long interest, long penalty) {
        payments.add(new Payment(on, due.number(), principal, interest, penalty, on.isAfter(due.dueOn())));
    }

    /** Principal owed at the end of a day. */
    long balance(LocalDate day) {
        return openedBalance - payments.stream().filter(p -> !p.on().isAfter(day)).mapToLong(Payment::principal).sum();
    }

    /** Days on which something fell due or was paid. */
    TreeMap<LocalDate, List<Instalment>> days() {
        TreeMap<LocalDate, List<Instalment>> days = new TreeMap<>();
        for (Instalment due : instalments) {
            days.computeIfAbsent(due.dueOn(), day -> new ArrayList<>()).add(due);
            for (Payment payment : payments) {
                if (payment.instalment() == due.number() && !payment.on().equals(due.dueOn())) {
                    days.computeIfAbsent(payment.on(), day -> new ArrayList<>()).add(due);
                }
            }
        }
        return days;
    }
}
