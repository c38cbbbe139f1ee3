package io.jinqiao.repayment.truth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One loan as it really went, payment by payment: equal principal over ten years at 6.25 %, in fen. Knows nothing of the product. */
public final class TrueDebt {
    public static final long AMOUNT = 960_000;
    public static final long MONTHLY = 8_000;

    /** @param ahead principal beyond what was due @param afterCut it is in the bank's file of the next day only */
    public record Payment(LocalDate on, int instalment, long principal, long interest, long ahead, String source, String serial, boolean afterCut) {}

    /** What an honest bank writes of one instalment. @param paidOn day of the last payment; null: nothing was paid */
    public record State(int instalment, LocalDate dueOn, long principal, long interest, long owedPrincipal, long owedInterest, LocalDate paidOn, String source, String serial, long balance) {
        public boolean isPaid() {
            return owedPrincipal + owedInterest == 0;
        }
    }

    public final String bank;
    public final String no;
    private final LocalDate firstDue;
    private final List<Payment> payments = new ArrayList<>();
    private LocalDate settledOn;

    public TrueDebt(String bank, String no, LocalDate firstDue) {
        this.bank = bank;
        this.no = no;
        this.firstDue = firstDue;
    }

    public LocalDate dueOn(int instalment) {
        return firstDue.plusMonths(instalment - 1);
    }

    /** On what would be owed when all before had been paid in time. */
    public long interest(int instalment) {
        long rest = AMOUNT - MONTHLY * (instalment - 1) - payments.stream().filter(p -> p.instalment() < instalment).mapToLong(Payment::ahead).sum();
        return BigDecimal.valueOf(rest).multiply(new BigDecimal("0.0625")).divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_UP).longValueExact();
    }

    public void pay(Payment payment) {
        payments.add(payment);
    }

    /** The bank's books have it no more. */
    public void forget(Payment payment) {
        payments.remove(payment);
    }

    /** Everything at once. */
    public void settle(LocalDate on) {
        settledOn = on;
    }

    /** It was never really paid out. */
    public void comeBack(LocalDate on) {
        settledOn = on;
    }

    public boolean isUntouched() {
        return payments.isEmpty();
    }

    public LocalDate settledOn() {
        return settledOn;
    }

    public long owedPrincipal(int instalment) {
        return MONTHLY - of(instalment).stream().mapToLong(Payment::principal).sum();
    }

    public long owedInterest(int instalment) {
        return interest(instalment) - of(instalment).stream().mapToLong(Payment::interest).sum();
    }

    private List<Payment> of(int instalment) {
        return payments.stream().filter(p -> p.instalment() == instalment).toList();
    }

    public List<Payment> on(LocalDate day) {
        return payments.stream().filter(p -> p.on().equals(day)).toList();
    }

    public long balance(LocalDate day) {
        return AMOUNT - payments.stream().filter(p -> !p.on().isAfter(day)).mapToLong(p -> p.principal() + p.ahead()).sum();
    }

    /** As it stood at the end of a day. */
    public State state(int instalment, LocalDate day) {
        return state(instalment, payments.stream().filter(p -> !p.on().isAfter(day)).toList());
    }

    private State state(int instalment, List<Payment> known) {
        List<Payment> paid = known.stream().filter(p -> p.instalment() == instalment).toList();
        long principal = paid.stream().mapToLong(Payment::principal).sum();
        long interest = paid.stream().mapToLong(Payment::interest).sum();
        Payment last = paid.isEmpty() ? null : paid.get(paid.size() - 1);
        return new State(
                instalment, dueOn(instalment), principal + paid.stream().mapToLong(Payment::ahead).sum(), interest, MONTHLY - principal, interest(instalment) - interest,
                last == null ? null : last.on(), last == null ? null : last.source(), last == null ? null : last.serial(),
                AMOUNT - known.stream().mapToLong(p -> p.principal() + p.ahead()).sum());
    }

    /** What the file of a day says: what fell due or was booked on it, as it stood when the bank closed its books. */
    public List<State> file(LocalDate day) {
        if (settledOn != null && !day.isBefore(settledOn)) {
            return List.of();
        }
        List<Payment> known = payments.stream().filter(p -> p.on().isBefore(day) || p.on().equals(day) && !p.afterCut()).toList();
        Map<Integer, State> states = new TreeMap<>();
        for (Payment payment : payments) {
            if (payment.on().equals(day) && !payment.afterCut() || payment.on().equals(day.minusDays(1)) && payment.afterCut()) {
                states.put(payment.instalment(), state(payment.instalment(), known));
            }
        }
        for (int instalment = 1; !dueOn(instalment).isAfter(day); instalment++) {
            if (dueOn(instalment).equals(day)) {
                states.put(instalment, state(instalment, known));
            }
        }
        return List.copyOf(states.values());
    }
}
