package io.jinqiao.credit.desk;

import io.jinqiao.credit.ObjectionAct;
import io.jinqiao.credit.Objections;
import io.jinqiao.credit.ReceiveObjection;
import io.jinqiao.credit.objection.Objection;
import io.jinqiao.credit.objection.ObjectionRules;
import io.jinqiao.credit.store.ObjectionStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes objections in and writes down what is done about them. */
final class ObjectionDesk implements Objections {
    private final ObjectionStore store;
    private final LoanDuties duties;
    private final UnaryOperator<String> current;
    private final IdGenerator ids;
    private final Clock clock;

    /** @param current identifier an account has now, of any it ever had: an older report of the person shows an older one */
    ObjectionDesk(ObjectionStore store, LoanDuties duties, UnaryOperator<String> current, IdGenerator ids, Clock clock) {
        this.store = store;
        this.duties = duties;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String receive(ReceiveObjection received) {
        ReceiveObjection command = received.about(current.apply(received.account()));
        refuseUnfit(command);
        String objectionNo = "CY" + ids.next().value();
        if (!store.insert(objectionNo, command, Objection.received(command.receivedOn(), command.centerBy()), clock.instant())) {
            throw new Refusal(Problem.at("centerNo", FailureCode.CREDIT_OBJECTION_KNOWN));
        }
        return objectionNo;
    }

    private void refuseUnfit(ReceiveObjection command) {
        List<Problem> problems = new ArrayList<>();
        LocalDate today = WorkingCalendar.today(clock);
        if (command.receivedOn().isAfter(today)) {
            problems.add(Problem.at("receivedOn", FailureCode.CREDIT_OBJECTION_FUTURE, today.toString()));
        }
        if (!store.known(command.account())) {
            problems.add(Problem.at("account", FailureCode.CREDIT_ACCOUNT_UNKNOWN));
        } else if (duties.of(command.account()).bankAnswers()) {
            problems.add(Problem.at("account", FailureCode.CREDIT_OBJECTION_ELSEWHERE));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    @Override
    public void act(String objectionNo, ObjectionAct act, String by) {
        ObjectionStore.Stored stored = store.find(objectionNo).orElseThrow(() -> new Refusal(FailureCode.CREDIT_OBJECTION_UNKNOWN));
        boolean accepted = act instanceof ObjectionAct.Correct && store.correctedSince(stored.account(), stored.one().receivedOn());
        store.update(objectionNo, ObjectionRules.after(stored.one(), act, by, accepted));
        store.act(objectionNo, ObjectionRules.word(act), detail(act), by, clock.instant());
    }

    private static @Nullable String detail(ObjectionAct act) {
        if (act instanceof ObjectionAct.Find find) {
            return Words.of(find.finding()) + ": " + find.reason();
        }
        if (act instanceof ObjectionAct.Answer answer) {
            return answer.confirmed() ? "confirmed" : "sent-back";
        }
        return act instanceof ObjectionAct.Reply reply ? reply.letterNo() : null;
    }
}
