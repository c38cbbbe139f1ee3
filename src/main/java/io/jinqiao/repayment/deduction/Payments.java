package io.jinqiao.repayment.deduction;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The payments of one instalment. A payment is known by bank, loan, instalment and the serial it has at its bank's host. A row tells of all payments of the instalment together and has
 * the serial of the last one, so what it tells beyond the row before it was paid with its serial; what was told about a serial last is what counts of it.
 */
public final class Payments {
    /** Days after its accounting date in which a bank's row may say that a deduction was paid. A host uses a serial again some day. */
    private static final int PAID_WITHIN = 31;

    private Payments() {}

    /**
     * A row that counts.
     *
     * @param file our number of what told it
     * @param paid of the instalment until then, in fen
     * @param paidOn day of the last payment; null: nothing was paid
     * @param resultOf message of the result it was made of; null: the bank tells it
     */
    public record Row(long file, LocalDate day, long paid, @Nullable String serial, @Nullable LocalDate paidOn, @Nullable String resultOf) {}

    /** Our first row of a deduction, whether it counts or not. */
    public record Booked(long file, LocalDate day) {}

    /**
     * What a result told was taken.
     *
     * @param messageId of the result
     * @param from day from which it might be taken
     * @param told accounting date of the result
     * @param booked null: nothing of it ever was
     */
    public record Deduction(String orderNo, int lineNo, String messageId, long fen, @Nullable String serial, LocalDate from, LocalDate told, @Nullable Booked booked) {
        /** Whether the last payment of a row is this one. */
        public boolean isLastOf(Row row) {
            return row.resultOf() != null ? row.resultOf().equals(messageId) : serial != null && serial.equals(row.serial()) && isInTime(row);
        }

        private boolean isInTime(Row row) {
            return row.paidOn() != null && !row.paidOn().isBefore(from) && !row.paidOn().isAfter(told.plusDays(PAID_WITHIN));
        }

        /** A bank's row that names no payment, of just this amount. */
        private boolean mayBe(Row row, long more) {
            return row.serial() == null && more == fen && isInTime(row);
        }

        /** Our row of it was there when the bank told of a later day. */
        private boolean isWithin(Row row) {
            return booked != null && booked.file() < row.file() && booked.day().isBefore(row.day());
        }
    }

    /**
     * What counts as paid of each deduction.
     *
     * @param rows as they follow each other
     * @param deductions as they were told
     */
    public static Map<Deduction, Long> counted(List<Row> rows, List<Deduction> deductions) {
        Walk walk = new Walk(deductions);
        rows.stream().filter(row -> row.paid() > 0).forEach(walk::on);
        return walk.counted;
    }

    private static final class Walk {
        private final List<Deduction> deductions;
        private final Map<Deduction, Long> counted = new HashMap<>();
        /** what our rows added since the bank's last one */
        private final Map<Deduction, Long> ours = new HashMap<>();
        private final Set<String> serials = new HashSet<>();
        private long paid;
        private long paidByTheBank;

        Walk(List<Deduction> deductions) {
            this.deductions = deductions;
            deductions.forEach(one -> counted.put(one, 0L));
        }

        void on(Row row) {
            long more = Math.max(0, row.paid() - paid);
            if (row.resultOf() != null) {
                deductions.stream().filter(one -> one.isLastOf(row)).forEach(one -> {
                    counted.merge(one, more, Long::sum);
                    ours.merge(one, more, Long::sum);
                });
            } else {
                if (more == 0 && isAnother(row)) {
                    ours.forEach((one, fen) -> counted.merge(one, -fen, Long::sum));
                    told(row, row.paid() - paidByTheBank);
                } else {
                    told(row, more);
                }
                serials.add(Objects.requireNonNullElse(row.serial(), ""));
                paidByTheBank = Math.max(paidByTheBank, row.paid());
                ours.clear();
            }
            paid = Math.max(paid, row.paid());
        }

        /** A payment nobody told of before, in a row that tells of no more than we counted with a deduction: the bank does not know of that. */
        private boolean isAnother(Row row) {
            return row.serial() != null && !serials.contains(row.serial()) && row.paid() > paidByTheBank && ours.keySet().stream().noneMatch(one -> one.isLastOf(row));
        }

        /** To those it names; else to one it may be; then to those it knows of besides its own payment. */
        private void told(Row row, long more) {
            boolean named = deductions.stream().anyMatch(one -> one.isLastOf(row));
            long rest = more;
            for (Deduction one : deductions) {
                if (named ? one.isLastOf(row) : one.mayBe(row, more)) {
                    rest -= count(one, rest);
                }
            }
            for (Deduction one : deductions) {
                long left = one.fen() - counted.get(one);
                if (!one.isLastOf(row) && one.isWithin(row) && (named ? rest >= left : rest > left)) {
                    rest -= count(one, rest);
                }
            }
        }

        private long count(Deduction one, long most) {
            long fen = Math.max(0, Math.min(one.fen() - counted.get(one), most));
            counted.merge(one, fen, Long::sum);
            return fen;
        }
    }
}
