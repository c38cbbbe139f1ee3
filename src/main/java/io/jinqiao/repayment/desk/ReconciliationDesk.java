package io.jinqiao.repayment.desk;

import io.jinqiao.message.Answered;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reconciliation;
import io.jinqiao.message.Reconciliation.Kind;
import io.jinqiao.message.ReconciliationResult;
import io.jinqiao.message.ReconciliationResult.Owner;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.repayment.CompareBooks;
import io.jinqiao.repayment.ConfirmExplanation;
import io.jinqiao.repayment.ExplainDifference;
import io.jinqiao.repayment.Reconciliations;
import io.jinqiao.repayment.reconciliation.Books;
import io.jinqiao.repayment.rules.Agreement;
import io.jinqiao.repayment.rules.Agreements;
import io.jinqiao.repayment.store.BookStore;
import io.jinqiao.repayment.store.FileStore;
import io.jinqiao.repayment.store.StatementStore;
import io.jinqiao.repayment.store.StatementStore.Found;
import io.jinqiao.repayment.store.StatementStore.Told;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service("reconciliations")
@Transactional
class ReconciliationDesk implements Reconciliations {
    private static final int MOST = 1_000;
    private static final int LONGEST = 500;

    private final FileStore files;
    private final StatementStore store;
    private final BookStore books;
    private final Agreements agreements;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReconciliationDesk(
            FileStore files, StatementStore store, BookStore books, Agreements agreements, WorkingCalendar calendar, @Qualifier("businessClock") Clock clock) {
        this.files = files;
        this.store = store;
        this.books = books;
        this.agreements = agreements;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Outcome statement(Incoming incoming) {
        Reconciliation told = (Reconciliation) incoming.message();
        LocalDate today = WorkingCalendar.today(clock);
        agreed(incoming.partner());
        files.oneAtATime(incoming.partner());
        if (told.accountingDate().isAfter(today)) {
            throw new Refusal(Problem.at("accountingDate", FailureCode.REPAYMENT_DATE_IMPLAUSIBLE, "1990-01-01", today.toString()));
        }
        requireOpen(store.hold(incoming.partner(), told.accountingDate()));
        store.put(incoming, told, clock.instant());
        Outcome taken = Outcome.accepted(new Reconciliation.Answer(told.statementNo(), incoming.receivedAt(), null).content());
        return taken.andTell(compareIfWhole(incoming.partner(), told.accountingDate()));
    }

    @Override
    public Outcome compare(CompareBooks command) {
        files.oneAtATime(command.bank());
        requireOpen(store.state(command.bank(), command.day()).orElseThrow(() -> new Refusal(FailureCode.RECONCILIATION_DAY_UNKNOWN)));
        List<Outgoing> tell = compareIfWhole(command.bank(), command.day());
        return Outcome.accepted(Content.group().put("told", tell.size()).build()).andTell(tell);
    }

    private static void requireOpen(String state) {
        if (state.equals("matched") || state.equals("explained")) {
            throw new Refusal(FailureCode.RECONCILIATION_DAY_CLOSED);
        }
    }

    private Agreement.Reconciling agreed(PartnerId bank) {
        Agreement.Reconciling agreed = agreements.with(bank).reconciliation();
        if (agreed == null) {
            throw new Refusal(FailureCode.OPERATION_NOT_IN_SERVICE, "reconciliation");
        }
        return agreed;
    }

    private List<Outgoing> compareIfWhole(PartnerId bank, LocalDate day) {
        Told told = store.told(bank, day);
        if (!told.whole()) {
            store.waitForParts(bank, day);
            return List.of();
        }
        Agreement.Reconciling agreed = agreed(bank);
        Owner follower = agreements.with(bank).ledger() == Agreement.Ledger.CENTRE ? Owner.BANK : Owner.CENTRE;
        Books.Compared compared = Books.compare(books.ours(bank, day), told.items(), compared(told), new Books.Rules(agreed.cents(), follower));
        boolean matched = compared.differences().isEmpty();
        int times = store.compared(bank, day, compared, matched ? "matched" : "differs", clock.instant());
        String resultNo = resultNo(bank, day, times);
        store.insert(bank, day, differences(resultNo, compared, calendar.plus(WorkingCalendar.today(clock), agreed.clearWithin())));
        store.follow(bank, day, resultNo);
        return List.of(result(bank, day, resultNo, matched ? ReconciliationResult.Outcome.MATCHED : store.close(bank, day, clock.instant()) ? ReconciliationResult.Outcome.EXPLAINED : ReconciliationResult.Outcome.DIFFERS));
    }

    /** What the bank told of, and receipts: a statement that leaves them out says that there were none. */
    private static Set<Kind> compared(Told told) {
        EnumSet<Kind> kinds = EnumSet.of(Kind.RECEIPT);
        kinds.addAll(told.kinds());
        return kinds;
    }

    private Outgoing result(PartnerId bank, LocalDate day, String resultNo, ReconciliationResult.Outcome became) {
        return new Outgoing(bank, new ReconciliationResult(resultNo, store.told(bank, day).lastNo(), day, became, store.differences(bank, day, MOST)));
    }

    private static List<ReconciliationResult.Difference> differences(String resultNo, Books.Compared compared, LocalDate dueOn) {
        List<ReconciliationResult.Difference> differences = new ArrayList<>();
        for (Books.Difference found : compared.differences()) {
            differences.add(new ReconciliationResult.Difference(
                    resultNo + "-%05d".formatted(differences.size() + 1), found.type(), found.kind(), found.accountNo(), found.reference(), found.centre(), found.bank(),
                    found.owner(), dueOn, null));
        }
        return differences;
    }

    @Override
    public Outcome explain(ExplainDifference command) {
        if (command.explanation().isBlank() || command.explanation().length() > LONGEST) {
            throw new Refusal(Problem.at("explanation", FailureCode.FIELD_WRONG_FORM, "1-" + LONGEST));
        }
        Found found = open(command.differenceNo());
        if (found.explainedBy() != null) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        store.explain(command.differenceNo(), command.explanation(), command.by(), clock.instant());
        return Outcome.accepted(Content.group().put("differenceNo", command.differenceNo()).build());
    }

    @Override
    public Outcome confirm(ConfirmExplanation command) {
        store.bank(command.differenceNo()).ifPresent(files::oneAtATime);
        Found found = open(command.differenceNo());
        if (found.explainedBy() == null || PersonName.same(found.explainedBy(), command.by()) || PersonName.isEmpty(command.by())) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        // held: of two who confirm the last two differences at once, one sees the other's
        store.state(found.bank(), found.day());
        store.answer(command.differenceNo(), command.confirmed(), command.by(), clock.instant());
        Outcome answer = Outcome.accepted(Content.group().put("differenceNo", command.differenceNo()).build());
        if (!command.confirmed() || !store.close(found.bank(), found.day(), clock.instant())) {
            return answer;
        }
        // a day that is opened again is compared before it is closed again, so no two closings have the same number
        String resultNo = resultNo(found.bank(), found.day(), store.comparisons(found.bank(), found.day())) + "X";
        return answer.andTell(result(found.bank(), found.day(), resultNo, ReconciliationResult.Outcome.EXPLAINED));
    }

    private static String resultNo(PartnerId bank, LocalDate day, int comparison) {
        return "DZ" + bank.value() + day.toString().replace("-", "") + "-" + comparison;
    }

    private Found open(String differenceNo) {
        Found found = store.find(differenceNo).orElseThrow(() -> new Refusal(FailureCode.RECONCILIATION_DIFFERENCE_UNKNOWN));
        if (found.confirmed()) {
            throw new Refusal(FailureCode.ALREADY_ANSWERED);
        }
        return found;
    }

    @Override
    public Outcome answered(Answered result) {
        return Outcome.accepted(Content.Group.EMPTY);
    }
}
