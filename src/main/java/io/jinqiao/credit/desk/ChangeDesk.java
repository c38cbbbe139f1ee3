package io.jinqiao.credit.desk;

import io.jinqiao.credit.CreditChanges;
import io.jinqiao.credit.ChangeReported;
import io.jinqiao.credit.ledger.Identifiers;
import io.jinqiao.credit.ledger.Renamings;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.store.ChangeStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.WorkingCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Deletes at the Center: months of an account (213, segment H), all of it (214), or a mortgage contract (514). What is true is then told again by the next run. And gives them other
 * identifiers (211, 511), under which the next run tells of them.
 */
final class ChangeDesk implements CreditChanges {
    private static final String MONTHS = "213";
    private static final String ACCOUNT = "214";
    private static final String CONTRACT = "514";
    private static final String ACCOUNT_RENAMED = "211";
    private static final String CONTRACT_RENAMED = "511";
    private static final String TYPE = "InfRecType";
    private static final String WHICH = "DelRecCode";

    private final ChangeStore store;
    private final Reports house;
    private final RecordTypes types;
    private final Supplier<Optional<Reporter>> reporter;
    private final Predicate<String> ofALoan;

    /** @param ofALoan whether an identifier is made of the number of a loan there is */
    ChangeDesk(ChangeStore store, Reports house, RecordTypes types, Supplier<Optional<Reporter>> reporter, Predicate<String> ofALoan) {
        this.store = store;
        this.house = house;
        this.types = types;
        this.reporter = reporter;
        this.ofALoan = ofALoan;
    }

    @Override
    public long propose(ChangeReported what, String by) {
        requireNameable(what);
        records().requireAllowed(wanted(what));
        return store.propose(what, by, house.clock().instant()).orElseThrow(() -> new Refusal(FailureCode.CREDIT_CHANGE_OPEN));
    }

    @Override
    public Optional<String> answer(long number, boolean confirmed, String by) {
        ChangeStore.Proposal proposal = store.open(number).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(proposal.by(), by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        String file = confirmed ? told(proposal.what()) : null;
        store.answer(number, file, by, house.clock().instant());
        return Optional.ofNullable(file);
    }

    private SingleRecords records() {
        return new SingleRecords(house, reporter.get().orElseThrow(() -> new Refusal(FailureCode.CREDIT_NO_REPORTER)));
    }

    private String told(ChangeReported what) {
        requireNameable(what);
        return records().one(wanted(what)).toString();
    }

    private void requireNameable(ChangeReported what) {
        String fresh = what.becomes();
        if (fresh != null) {
            boolean contract = isContract(what);
            boolean there = contract || house.histories().whole(what.account()).known();
            SingleRecords.refuse(Renamings.of(what.account(), fresh, contract, there, used(what.account(), fresh)));
        }
    }

    /** What it was made of, or had before, may be taken again. That it has it now is another rule's to say. */
    private boolean used(String account, String fresh) {
        if (fresh.equals(account)) {
            return false;
        }
        Identifiers known = house.identifiers().all();
        return known.anothers(fresh, account) || house.identifiers().used(fresh) || !known.made(account).equals(fresh) && ofALoan.test(fresh);
    }

    private boolean isContract(ChangeReported what) {
        return house.references().isContract(what.account());
    }

    private SingleRecords.Wanted wanted(ChangeReported what) {
        LocalDate today = WorkingCalendar.today(house.clock());
        Map<String, String> items = items(what);
        return new SingleRecords.Wanted(what.account(), CreditRecord.of(types.at(Objects.requireNonNull(items.get(TYPE)), today)).segment("B", items).build());
    }

    private Map<String, String> items(ChangeReported what) {
        if (what.becomes() != null) {
            return Map.of(TYPE, isContract(what) ? CONTRACT_RENAMED : ACCOUNT_RENAMED, "OdBnesCode", what.account(), "NwBnesCode", what.becomes());
        }
        return what.deletesAll()
                ? Map.of(TYPE, isContract(what) ? CONTRACT : ACCOUNT, WHICH, what.account())
                : Map.of(TYPE, MONTHS, WHICH, what.account(), "DelSgmtCode", "H", "DelStartDate", text(what.from()), "DelEndDate", text(what.to()));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
