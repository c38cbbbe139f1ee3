package io.jinqiao.credit.desk;

import io.jinqiao.credit.CreditDeletions;
import io.jinqiao.credit.DeleteReported;
import io.jinqiao.credit.record.CreditRecord;
import io.jinqiao.credit.record.RecordTypes;
import io.jinqiao.credit.record.Reporter;
import io.jinqiao.credit.store.DeletionStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Deletes at the Center: months of an account (213, segment H), all of it (214), or a mortgage contract (514). What is true is then told again by the next run. */
final class DeletionDesk implements CreditDeletions {
    private static final String MONTHS = "213";
    private static final String ACCOUNT = "214";
    private static final String CONTRACT = "514";
    private static final String TYPE = "InfRecType";
    private static final String WHICH = "DelRecCode";

    private final DeletionStore store;
    private final Reports house;
    private final RecordTypes types;
    private final Supplier<Optional<Reporter>> reporter;

    DeletionDesk(DeletionStore store, Reports house, RecordTypes types, Supplier<Optional<Reporter>> reporter) {
        this.store = store;
        this.house = house;
        this.types = types;
        this.reporter = reporter;
    }

    @Override
    public long propose(DeleteReported what, String by) {
        records().requireAllowed(wanted(what));
        return store.propose(what, by, house.clock().instant()).orElseThrow(() -> new Refusal(FailureCode.CREDIT_DELETION_OPEN));
    }

    @Override
    public Optional<String> answer(long number, boolean confirmed, String by) {
        DeletionStore.Proposal proposal = store.open(number).orElseThrow(() -> new Refusal(FailureCode.RESOURCE_UNKNOWN));
        if (PersonName.same(proposal.by(), by)) {
            throw new Refusal(FailureCode.DUTIES_NOT_SEPARATED);
        }
        String file = confirmed ? records().one(wanted(proposal.what())).toString() : null;
        store.answer(number, file, by, house.clock().instant());
        return Optional.ofNullable(file);
    }

    private SingleRecords records() {
        return new SingleRecords(house, reporter.get().orElseThrow(() -> new Refusal(FailureCode.CREDIT_NO_REPORTER)));
    }

    private SingleRecords.Wanted wanted(DeleteReported what) {
        LocalDate today = LocalDate.now(house.clock());
        Map<String, String> items = what.whole()
                ? Map.of(TYPE, house.references().isContract(what.account()) ? CONTRACT : ACCOUNT, WHICH, what.account())
                : Map.of(TYPE, MONTHS, WHICH, what.account(), "DelSgmtCode", "H", "DelStartDate", text(what.from()), "DelEndDate", text(what.to()));
        return new SingleRecords.Wanted(what.account(), CreditRecord.of(types.at(Objects.requireNonNull(items.get(TYPE)), today)).segment("B", items).build());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
