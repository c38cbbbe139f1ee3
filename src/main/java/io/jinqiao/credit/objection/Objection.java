package io.jinqiao.credit.objection;

import io.jinqiao.credit.ObjectionAct.Finding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far an objection is.
 *
 * @param finding of whoever checked; null while nobody did
 * @param foundBy who checked
 */
public record Objection(LocalDate receivedOn, LocalDate dueOn, boolean marked, Stage stage, @Nullable Finding finding, @Nullable String foundBy) {
    /** Days from receipt to the written answer (征信业管理条例 art. 25). */
    static final int LAWFUL_DAYS = 20;

    public enum Stage {
        CHECKING,
        /** Checked by one, not confirmed by another. */
        FOUND,
        TO_CORRECT,
        TO_REPLY,
        REPLIED
    }

    /** @param centerBy last day the Center names; an earlier one counts, a later one gives no more time */
    public static Objection received(LocalDate on, @Nullable LocalDate centerBy) {
        LocalDate lawful = on.plusDays(LAWFUL_DAYS);
        return new Objection(on, centerBy != null && centerBy.isBefore(lawful) ? centerBy : lawful, false, Stage.CHECKING, null, null);
    }

    Objection at(Stage next) {
        return new Objection(receivedOn, dueOn, marked, next, finding, foundBy);
    }
}
