package io.jinqiao.repayment.desk;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CollectionRound;
import io.jinqiao.repayment.EarlyWarnings;
import io.jinqiao.repayment.NoteWarning;
import io.jinqiao.repayment.RegisterPledge;
import io.jinqiao.repayment.TellContribution;
import io.jinqiao.repayment.rules.SignTable;
import io.jinqiao.repayment.rules.Signs;
import io.jinqiao.repayment.store.KnownStore;
import io.jinqiao.repayment.store.PledgeStore;
import io.jinqiao.repayment.store.WarningStore;
import io.jinqiao.repayment.store.WarningStore.Running;
import io.jinqiao.repayment.store.WatchStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service("earlyWarnings")
@Transactional
class WarningDesk implements EarlyWarnings {
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_DAYS = 90;

    private final WatchStore watch;
    private final KnownStore known;
    private final PledgeStore pledges;
    private final WarningStore warnings;
    private final SignTable signs;
    private final Clock clock;

    WarningDesk(WatchStore watch, KnownStore known, PledgeStore pledges, WarningStore warnings, SignTable signs, @Qualifier("businessClock") Clock clock) {
        this.watch = watch;
        this.known = known;
        this.pledges = pledges;
        this.warnings = warnings;
        this.signs = signs;
        this.clock = clock;
    }

    @Override
    public void contributions(List<TellContribution> told, String by) {
        Map<PartnerId, Map<String, Long>> accounts = new LinkedHashMap<>();
        told.stream().collect(Collectors.groupingBy(TellContribution::bank)).forEach(
                (bank, lines) -> accounts.put(bank, pledges.accounts(bank, lines.stream().map(TellContribution::accountNo).distinct().toList())));
        YearMonth now = YearMonth.from(WorkingCalendar.today(clock));
        Map<TellContribution, Long> taken = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            TellContribution one = told.get(i);
            Long account = accounts.get(one.bank()).get(one.accountNo());
            if (account == null) {
                problems.add(Problem.at("contributions[" + i + "].accountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN));
            } else if (one.month().isAfter(now)) {
                problems.add(Problem.at("contributions[" + i + "].month", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, "1990-01", now.toString()));
            } else {
                taken.put(one, account);
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        pledges.contributions(taken, by, clock.instant());
    }

    @Override
    public void registerPledge(RegisterPledge command) {
        Long account = pledges.accounts(command.bank(), List.of(command.accountNo())).get(command.accountNo());
        if (account == null) {
            throw new Refusal(Problem.at("accountNo", FailureCode.REPAYMENT_ACCOUNT_UNKNOWN));
        }
        if (command.until().isBefore(command.from())) {
            throw new Refusal(Problem.at("until", FailureCode.FIELDS_DISAGREE, "from"));
        }
        if (!pledges.pledge(command, account, clock.instant())) {
            throw new Refusal(Problem.at("pledgeNo", FailureCode.KEY_CONFLICT));
        }
    }

    @Override
    public CollectionRound look(CollectionRound round) {
        PartnerId bank = round.bank();
        LocalDate today = WorkingCalendar.today(clock);
        Optional<Signs> inForce = signs.at(today);
        Optional<WatchStore.Told> told = watch.told(bank);
        if (inForce.isPresent() && told.isPresent() && known.begin(bank, told.get(), known.toldLast(bank), today)) {
            Map<Long, Map<String, Running>> running = warnings.running(bank);
            known.each(bank, told.get().day(), loan -> seen(bank, loan, inForce.get(), running.getOrDefault(loan.account(), Map.of())));
        }
        return round;
    }

    private void seen(PartnerId bank, KnownStore.Loan loan, Signs inForce, Map<String, Running> running) {
        LocalDate day = loan.known().day();
        Map<String, Running> gone = new LinkedHashMap<>(running);
        boolean open = loan.overdue() == 0 && loan.balance().fen() > 0;
        for (Signs.Rule rule : open ? inForce.rules() : List.<Signs.Rule>of()) {
            Optional<Content.Group> facts = rule.sign().in(loan.known());
            Running before = running.get(rule.id());
            if (facts.isPresent() && before == null) {
                warnings.begin(bank, loan.account(), rule, facts.get(), day, clock.instant());
            } else if (facts.isPresent()) {
                warnings.goesOn(before, facts.get(), day);
                gone.remove(rule.id());
            }
        }
        String how = open ? "gone" : loan.overdue() > 0 ? "overdue" : "settled";
        gone.values().forEach(one -> warnings.end(one, how, day));
    }

    @Override
    public void note(NoteWarning command) {
        if (command.note().isBlank() || command.note().length() > LONGEST_NOTE) {
            throw new Refusal(Problem.at("note", FailureCode.FIELD_WRONG_FORM, "1-" + LONGEST_NOTE));
        }
        LocalDate today = WorkingCalendar.today(clock);
        if (command.until().isBefore(today) || command.until().isAfter(today.plusDays(MOST_DAYS))) {
            throw new Refusal(Problem.at("until", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, today.toString(), today.plusDays(MOST_DAYS).toString()));
        }
        Optional<String> ended = warnings.ended(command.number());
        if (ended == null) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
        if (ended.isPresent()) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        Instant now = clock.instant();
        warnings.note(command, now);
    }
}
