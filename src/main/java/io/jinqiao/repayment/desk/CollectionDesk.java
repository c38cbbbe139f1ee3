package io.jinqiao.repayment.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionCases;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.OrderCollection;
import io.jinqiao.repayment.ProposeExclusion;
import io.jinqiao.repayment.collection.CaseMove;
import io.jinqiao.repayment.collection.CaseStep;
import io.jinqiao.repayment.collection.EndOrder;
import io.jinqiao.repayment.collection.Exclude;
import io.jinqiao.repayment.collection.OrderByHand;
import io.jinqiao.repayment.collection.OrderState;
import io.jinqiao.repayment.collection.Resume;
import io.jinqiao.repayment.rules.Ladder;
import io.jinqiao.repayment.rules.Ladders;
import io.jinqiao.repayment.store.CaseStore;
import io.jinqiao.repayment.store.ExclusionStore;
import io.jinqiao.repayment.store.OrderStore;
import io.jinqiao.repayment.store.WatchStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service("collectionCases")
@Transactional
class CollectionDesk implements CollectionCases {
    private static final int LONGEST_DOCUMENT = 64;
    private static final int LONGEST_REMARK = 200;
    private static final int MOST_DAYS = 60;

    private final RoundDesk rounds;
    private final RecordDesk records;
    private final CaseDesk desk;
    private final CaseStore cases;
    private final OrderStore orders;
    private final ExclusionStore exclusions;
    private final WatchStore watch;
    private final Waits waits;
    private final Ladders ladders;
    private final WorkingCalendar calendar;
    private final IdGenerator ids;
    private final Clock clock;

    CollectionDesk(
            RoundDesk rounds,
            RecordDesk records,
            CaseDesk desk,
            CaseStore cases,
            OrderStore orders,
            ExclusionStore exclusions,
            WatchStore watch,
            Waits waits,
            Ladders ladders,
            WorkingCalendar calendar,
            IdGenerator ids,
            @Qualifier("businessClock") Clock clock) {
        this.rounds = rounds;
        this.records = records;
        this.desk = desk;
        this.cases = cases;
        this.orders = orders;
        this.exclusions = exclusions;
        this.watch = watch;
        this.waits = waits;
        this.ladders = ladders;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<PartnerId> banks() {
        return rounds.banks();
    }

    @Override
    public Outcome round(CollectionRound round) {
        return rounds.round(round.bank());
    }

    @Override
    public Outcome record(Incoming record) {
        return records.take(record);
    }

    @Override
    public Outcome answered(Answered answered) {
        CollectionOrder told = (CollectionOrder) answered.message();
        orders.find(answered.partner(), told.orderNo()).ifPresent(order -> {
            CaseStore.Stored stored = cases.find(order.caseNo()).orElseThrow();
            // held by its case now: what was read before may have been overtaken by the act itself
            OrderState state = orders.find(answered.partner(), told.orderNo()).orElseThrow().state();
            answered.reply().fold(
                    accepted -> answered(answered, told.orderNo(), CollectionOrder.Answer.of(accepted.content()).assignedTo(), null, stored, state, OrderState.TAKEN),
                    rejected -> answered(answered, told.orderNo(), null, codes(rejected), stored, state, OrderState.REFUSED),
                    unknown -> true);
        });
        return Outcome.accepted(Content.Group.EMPTY);
    }

    private static String codes(Reply.Rejected rejected) {
        return String.join(" ", rejected.problems().stream().map(problem -> problem.code().code()).distinct().toList());
    }

    private boolean answered(
            Answered answered,
            String orderNo,
            @Nullable String assignedTo,
            @Nullable String refused,
            CaseStore.Stored stored,
            OrderState from,
            OrderState to) {
        Instant now = clock.instant();
        orders.answered(orderNo, answered.id().value(), assignedTo, refused, now);
        if (from.next().contains(to)) {
            desk.write(stored, new EndOrder(orderNo, from, to).on(stored.one()), stored.seen(), new CaseDesk.Cause(CaseDesk.GATEWAY, answered.id().value(), null));
        }
        return true;
    }

    @Override
    public Outcome order(OrderCollection command) {
        LocalDate today = WorkingCalendar.today(clock);
        Refusal wrong = wrong(command, ladders.at(today));
        if (wrong != null) {
            throw wrong;
        }
        CaseStore.Stored stored = get(command.caseNo());
        waits.of(stored.bank(), stored.account(), stored.one().overdueSince(), today).ifPresent(awaited -> {
            throw new Refusal(Problem.at("caseNo", FailureCode.COLLECTION_LOAN_AWAITED, awaited.until().toString(), awaited.what()));
        });
        LocalDate since = watch.oldestDue(stored.account(), stored.seen().on()).orElse(stored.one().overdueSince());
        OrderByHand move = new OrderByHand(
                "CS" + ids.next().value(), command.step(), command.whom(), stored.seen().overdue(), since, stored.seen().owed(), calendar.plus(today, command.within()));
        List<Outgoing> tell = desk.write(stored, move.on(stored.one()), stored.seen(), new CaseDesk.Cause(command.by(), null, command.remark()));
        return Outcome.accepted(Content.group().put("orderNo", move.orderNo()).put("dueOn", move.dueOn()).build()).andTell(tell);
    }

    private static @Nullable Refusal wrong(OrderCollection command, Optional<Ladder> ladder) {
        if (command.whom().isEmpty() || command.whom().size() > 10) {
            return new Refusal(Problem.at("whom", FailureCode.FIELD_MISSING));
        }
        Optional<Ladder.Contact> contact = ladder.map(Ladder::contact).filter(one -> !one.persons().containsAll(command.whom()));
        if (contact.isPresent()) {
            return new Refusal(Problem.at("whom", FailureCode.COLLECTION_PERSON_FORBIDDEN, contact.get().clause().toString()));
        }
        if (command.within() < 1 || command.within() > MOST_DAYS) {
            return new Refusal(Problem.at("within", FailureCode.FIELD_WRONG_FORM, "1-" + MOST_DAYS));
        }
        return command.remark() != null && command.remark().length() > LONGEST_REMARK
                ? new Refusal(Problem.at("remark", FailureCode.FIELD_TOO_LONG, "" + LONGEST_REMARK))
                : null;
    }

    @Override
    public long proposeExclusion(ProposeExclusion command) {
        if (command.document().isBlank() || command.document().length() > LONGEST_DOCUMENT) {
            throw new Refusal(Problem.at("document", FailureCode.FIELD_MISSING));
        }
        CaseStore.Stored stored = get(command.caseNo());
        move(command.why()).on(stored.one());
        return exclusions.insert(command, clock.instant());
    }

    @Override
    public void answerExclusion(long number, boolean confirmed, String by) {
        ExclusionStore.Proposed proposed = exclusions.find(number).orElseThrow(() -> new Refusal(FailureCode.COLLECTION_EXCLUSION_UNKNOWN));
        if (PersonName.same(proposed.by(), by) || PersonName.isEmpty(by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        if (!exclusions.answer(number, confirmed, by, clock.instant())) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        if (confirmed) {
            CaseStore.Stored stored = get(proposed.caseNo());
            CaseStep step = move(proposed.why()).on(stored.one());
            desk.write(stored, step, stored.seen(), new CaseDesk.Cause(by, null, null));
        }
    }

    private static CaseMove move(ProposeExclusion.@Nullable Why why) {
        return why == null ? new Resume() : new Exclude(why);
    }

    private CaseStore.Stored get(String caseNo) {
        return cases.find(caseNo).orElseThrow(() -> new Refusal(FailureCode.COLLECTION_CASE_UNKNOWN));
    }
}
