package io.jinqiao.console.pages;

import io.jinqiao.repayment.OverdueLedger.InstalmentStanding;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The instalments of one loan as columns, one beside the other: how much of each was paid and when. Numbers are places in a drawing 120 high.
 *
 * @param width of the drawing
 */
record InstalmentPicture(int width, List<Column> columns) {
    private static final int STEP = 14;
    private static final int LEFT = 4;
    private static final int TALL = 84;
    private static final int FLOOR = 96;
    private static final int MOST_LATE = 22;

    /**
     * @param paid height of what was paid, from the floor up
     * @param state in-time, late, owed, open
     * @param late days by which it was paid late, or is overdue
     * @param drop length of the stroke below the floor: one for each day, up to the edge
     * @param label number of the instalment, where one is written
     */
    record Column(int x, int paid, int owed, String state, long late, long drop, boolean label, InstalmentStanding one) {
        public int paidTop() {
            return FLOOR - paid;
        }

        public int owedTop() {
            return FLOOR - paid - owed;
        }
    }

    static InstalmentPicture of(List<InstalmentStanding> instalments, LocalDate day) {
        List<Column> columns = new ArrayList<>();
        for (InstalmentStanding one : instalments) {
            int i = columns.size();
            columns.add(column(LEFT + i * STEP, one, day, i % 6 == 0 || i == instalments.size() - 1));
        }
        return new InstalmentPicture(2 * LEFT + instalments.size() * STEP, columns);
    }

    private static Column column(int x, InstalmentStanding one, LocalDate day, boolean label) {
        long all = Math.max(1, one.paid().fen() + one.owed().fen());
        int paid = (int) (TALL * one.paid().fen() / all);
        LocalDate until = one.owed().fen() > 0 || one.paidOn() == null ? day : one.paidOn();
        long late = Math.max(0, ChronoUnit.DAYS.between(one.dueOn(), until));
        String state = one.overdue() ? "owed" : one.owed().fen() > 0 ? "open" : one.late() ? "late" : "in-time";
        boolean strokes = state.equals("owed") || state.equals("late");
        return new Column(x, paid, one.owed().fen() > 0 ? TALL - paid : 0, state, strokes ? late : 0, strokes ? Math.min(MOST_LATE, late) : 0, label, one);
    }
}
