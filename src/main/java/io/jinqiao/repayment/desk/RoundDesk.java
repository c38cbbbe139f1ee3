package io.jinqiao.repayment.desk;

import io.jinqiao.message.Content;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Money;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.collection.CaseState;
import io.jinqiao.repayment.collection.CollectionCase;
import io.jinqiao.repayment.collection.FollowLedger;
import io.jinqiao.repayment.collection.LedgerSays;
import io.jinqiao.repayment.collection.PromiseSays;
import io.jinqiao.repayment.rules.Ladder;
import io.jinqiao.repayment.rules.Ladders;
import io.jinqiao.repayment.store.CaseStore;
import io.jinqiao.repayment.store.OrderStore;
import io.jinqiao.repayment.store.WatchStore;
import io.jinqiao.repayment.store.WatchStore.Cure;
import io.jinqiao.repayment.store.WatchStore.Told;
import io.jinqiao.repayment.store.WatchStore.Watched;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** One round through what a bank told: every case hears what the ledger says of its loan. */
@Component
class RoundDesk {
    private final WatchStore watch;
    private final CaseStore cases;
    private final OrderStore orders;
    private final CaseDesk desk;
    private final Promises promises;
    private final Ladders ladders;
    private final Waits waits;
    private final WorkingCalendar calendar;
    private final IdGenerator ids;
    private final Clock clock;

    RoundDesk(
            WatchStore watch,
            CaseStore cases,
            OrderStore orders,
            CaseDesk desk,
            Promises promises,
            Ladders ladders,
            Waits waits,
            WorkingCalendar calendar,
            IdGenerator ids,
            @Qualifier("businessClock") Clock clock) {
        this.watch = watch;
        this.cases = cases;
        this.orders = orders;
        this.desk = desk;
        this.promises = promises;
        this.ladders = ladders;
        this.waits = waits;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    List<PartnerId> banks() {
        return watch.banks();
    }

    Outcome round(PartnerId bank) {
        LocalDate today = WorkingCalendar.today(clock);
        Optional<Told> told = watch.told(bank);
        Optional<Ladder> ladder = ladders.at(today);
        List<Outgoing> tell = new ArrayList<>();
        if (told.isPresent() && ladder.isPresent() && watch.begin(bank, told.get(), today)) {
            Map<Long, CaseStore.Stored> running = new HashMap<>();
            cases.running(bank).forEach(one -> running.put(one.account(), one));
            LocalDate missing = waits.missing(bank, today).orElse(null);
            LocalDate silent = waits.silent(bank, today).orElse(null);
            for (Watched loan : watch.watched(bank, told.get().day())) {
                if (!waits.isToBeToldAgain(loan.leftOutAt(), today) && !waits.mayBePaid(loan.account(), loan.oldestDue(), missing)) {
                    tell.addAll(follow(bank, loan, running.get(loan.account()), ladder.get(), waits.isSilentOf(loan.account(), loan.oldestDue(), silent), today));
                }
            }
            promises.follow(bank);
        }
        tell.addAll(desk.withdrawn(bank));
        return Outcome.accepted(Content.group().put("orders", tell.size()).build()).andTell(tell);
    }

    private List<Outgoing> follow(PartnerId bank, Watched loan, CaseStore.@Nullable Stored running, Ladder ladder, boolean silent, LocalDate today) {
        LocalDate day = loan.day();
        int days = FollowLedger.days(day, loan.oldestDue(), calendar);
        if (running == null && (days == 0 || silent)) {
            return List.of();
        }
        LedgerSays ledger = says(bank, loan, running == null ? null : running.one());
        CaseStore.Seen seen = new CaseStore.Seen(day, ledger.overdue(), days, ledger.owed(), ledger.balance());
        CaseStore.Stored stored = running == null ? open(bank, loan, ledger, seen) : running;
        FollowLedger move = new FollowLedger(ledger, ladder, calendar, today, silent, "CS" + ids.next().value());
        return desk.write(stored, move.on(stored.one()), seen, CaseDesk.Cause.LEDGER);
    }

    private CaseStore.Stored open(PartnerId bank, Watched loan, LedgerSays ledger, CaseStore.Seen seen) {
        CollectionCase opened = CollectionCase.opened("CU" + ids.next().value(), Objects.requireNonNull(ledger.oldestDue()));
        cases.put(opened, bank, loan.account(), ledger, seen.days(), clock.instant());
        orders.event(opened.caseNo(), "opened", null, null, null, null, clock.instant());
        cases.requestNotice(opened.caseNo(), clock.instant());
        orders.event(opened.caseNo(), "notice-requested", null, null, null, null, clock.instant());
        return new CaseStore.Stored(opened, bank, loan.account(), loan.accountNo(), loan.applicationNo(), ledger.day(), seen);
    }

    private LedgerSays says(PartnerId bank, Watched loan, @Nullable CollectionCase one) {
        LocalDate day = loan.day();
        Cure cure = one == null || loan.overdue() > 0 ? new Cure(Set.of(), null) : watch.cure(loan.account(), one.overdueSince(), day);
        Money paid = Money.ZERO;
        Money owed = null;
        if (one != null && one.state() instanceof CaseState.Promised promise) {
            PromiseSays told = promises.says(bank, loan.account(), promise);
            paid = told.paid();
            owed = told.owed();
        }
        return new LedgerSays(day, loan.overdue(), loan.oldestDue(), loan.owed(), loan.balance(), loan.matured(), paid, owed, cure.sources(), cure.paidOn());
    }
}
