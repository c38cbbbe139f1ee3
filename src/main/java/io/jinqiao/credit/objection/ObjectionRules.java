package io.jinqiao.credit.objection;

import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.credit.ObjectionAct.Finding;
import io.jinqiao.credit.objection.Objection.Stage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import java.util.Locale;
import java.util.Objects;

/** Which acts may follow. Checked by one and confirmed by another; corrected at the Center before it is said to be; no answer while the mark stands. */
public final class ObjectionRules {
    private ObjectionRules() {}

    /**
     * @param by who acts
     * @param accepted whether the Center accepted a record of the account reported since the objection was received
     * @throws Refusal when the act may not follow
     */
    public static Objection after(Objection one, ObjectionAct act, String by, boolean accepted) {
        if (act instanceof ObjectionAct.Find find && one.stage() == Stage.CHECKING) {
            return new Objection(one.receivedOn(), one.dueOn(), one.marked(), Stage.FOUND, find.finding(), by);
        }
        if (act instanceof ObjectionAct.Answer answer && one.stage() == Stage.FOUND) {
            return answered(one, answer, by);
        }
        if (act instanceof ObjectionAct.Correct && one.stage() == Stage.TO_CORRECT) {
            if (!accepted) {
                throw new Refusal(Problem.of(FailureCode.CREDIT_OBJECTION_UNCORRECTED, one.receivedOn().toString()));
            }
            return one.at(Stage.TO_REPLY);
        }
        if (act instanceof ObjectionAct.Mark mark && markable(one, mark)) {
            return new Objection(one.receivedOn(), one.dueOn(), mark.on(), one.stage(), one.finding(), one.foundBy());
        }
        if (act instanceof ObjectionAct.Reply && one.stage() == Stage.TO_REPLY && !one.marked()) {
            return one.at(Stage.REPLIED);
        }
        throw new Refusal(Problem.of(FailureCode.CREDIT_OBJECTION_STEP, state(one), word(act)));
    }

    private static Objection answered(Objection one, ObjectionAct.Answer answer, String by) {
        if (!answer.confirmed()) {
            return new Objection(one.receivedOn(), one.dueOn(), one.marked(), Stage.CHECKING, null, null);
        }
        if (PersonName.same(Objects.requireNonNull(one.foundBy()), by)) {
            throw new Refusal(Problem.of(FailureCode.DUTIES_NOT_SEPARATED));
        }
        return one.at(one.finding() == Finding.JUSTIFIED ? Stage.TO_CORRECT : Stage.TO_REPLY);
    }

    /** The mark says that the matter is open: it goes on until the answer, and comes off when everything but the answer is done. */
    private static boolean markable(Objection one, ObjectionAct.Mark mark) {
        return mark.on() ? !one.marked() && one.stage() != Stage.REPLIED : one.marked() && one.stage() == Stage.TO_REPLY;
    }

    private static String state(Objection one) {
        return Words.of(one.stage()) + (one.marked() ? ", marked" : "");
    }

    /** The word an act is kept and shown by. */
    public static String word(ObjectionAct act) {
        return act instanceof ObjectionAct.Mark mark && !mark.on() ? "unmark" : act.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
