package io.jinqiao.credit.desk;

import io.jinqiao.credit.AgreeDuties;
import io.jinqiao.credit.CreditDuties;
import io.jinqiao.credit.Side;
import io.jinqiao.credit.ledger.AccountHistory;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.store.DutyStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Who does what of a loan. When its bank takes over the reporting of an account the Center has from us, the Center is told in the same step (215, transferred out). */
final class DutyDesk implements CreditDuties {
    private static final String EVENT = "215";
    private static final String TRANSFERRED_OUT = "21";

    private final DutyStore store;
    private final Reports house;
    private final RecordTypes types;
    private final Supplier<Optional<Reporter>> reporter;
    private final Predicate<String> ours;

    /** @param ours whether an identifier is of a bank whose loans are reported */
    DutyDesk(DutyStore store, Reports house, RecordTypes types, Supplier<Optional<Reporter>> reporter, Predicate<String> ours) {
        this.store = store;
        this.house = house;
        this.types = types;
        this.reporter = reporter;
        this.ours = ours;
    }

    @Override
    public long propose(AgreeDuties what, String by) {
        if (!ours.test(what.account())) {
            throw new Refusal(Problem.at("account", FailureCode.CREDIT_ACCOUNT_NOBODYS));
        }
        AccountHistory history = house.histories().whole(what.account());
        requireAnswered(what);
        requireLeadable(history, what);
        if (handsOver(history, what)) {
            records().requireAllowed(handingOver(what.account()));
        }
        return store.propose(what, by, house.clock().instant()).orElseThrow(() -> new Refusal(FailureCode.CREDIT_DUTY_OPEN));
    }

    @Override
    public Optional<String> answer(long number, boolean confirmed, String by) {
        DutyStore.Proposal proposal = store.open(number).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(proposal.by(), by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        Optional<String> file = confirmed ? told(proposal.what()) : Optional.empty();
        store.answer(number, confirmed, file.orElse(null), by, house.clock().instant());
        return file;
    }

    private Optional<String> told(AgreeDuties what) {
        AccountHistory history = house.histories().whole(what.account());
        requireAnswered(what);
        requireLeadable(history, what);
        return handsOver(history, what) ? Optional.of(records().one(handingOver(what.account())).toString()) : Optional.empty();
    }

    /** Until the Center answered it is not known whether there is anything to hand over. */
    private void requireAnswered(AgreeDuties what) {
        if (what.reporter() == Side.BANK) {
            SingleRecords.refuse(SingleRecords.underWay(house, what.account()));
        }
    }

    /** What was handed over is told by its new reporter, under an identifier of theirs. */
    private static void requireLeadable(AccountHistory history, AgreeDuties what) {
        if (what.reporter() == Side.CENTRE && history.transferred()) {
            throw new Refusal(Problem.at("reporter", FailureCode.CREDIT_HANDED_OVER));
        }
    }

    private static boolean handsOver(AccountHistory history, AgreeDuties what) {
        return what.reporter() == Side.BANK && history.known() && !history.closed() && !history.transferred();
    }

    private SingleRecords records() {
        return new SingleRecords(house, reporter.get().orElseThrow(() -> new Refusal(FailureCode.CREDIT_NO_REPORTER)));
    }

    private SingleRecords.Wanted handingOver(String account) {
        LocalDate today = WorkingCalendar.today(house.clock());
        Map<String, String> items = Map.of(
                "InfRecType", EVENT, "AcctCode", account, "RptDate", today.toString(), "OpetnType", TRANSFERRED_OUT, "Month", YearMonth.from(today).toString(), "Flag", "1");
        return new SingleRecords.Wanted(account, CreditRecord.of(types.at(EVENT, today)).segment("B", items).build());
    }
}
