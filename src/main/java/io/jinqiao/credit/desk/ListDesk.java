package io.jinqiao.credit.desk;

import io.jinqiao.credit.CreditLists;
import io.jinqiao.credit.file.ListFile;
import io.jinqiao.credit.file.ListLine;
import io.jinqiao.credit.record.CodeTables;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

final class ListDesk implements CreditLists {
    private static final int TOGETHER = 1000;

    private final ListStore store;
    private final CodeTables codes;
    private final Predicate<String> reported;
    private final Clock clock;

    /** @param reported whether a bank's loans are reported to the Center at all */
    ListDesk(ListStore store, CodeTables codes, Predicate<String> reported, Clock clock) {
        this.store = store;
        this.codes = codes;
        this.reported = reported;
        this.clock = clock;
    }

    @Override
    public long take(PartnerId bank, YearMonth month, InputStream list, String by) throws IOException {
        if (!reported.test(bank.value())) {
            throw new Refusal(Problem.at("bank", FailureCode.CREDIT_ACCOUNT_NOBODYS));
        }
        store.forget(bank.value(), month);
        Taking taking = new Taking(bank.value(), month);
        List<Problem> problems = new ArrayList<>(ListFile.read(list, Map.of("AcctStatus", known("AcctStatus"), "RpyStatus", known("RpyStatus")), taking::add));
        taking.write();
        problems.addAll(taking.twice);
        if (!problems.isEmpty()) {
            throw new Refusal(problems.stream().limit(ListFile.MAX_PROBLEMS).toList());
        }
        store.taken(bank.value(), month, taking.lines, by, clock.instant());
        return taking.lines;
    }

    private Set<String> known(String table) {
        return codes.table(table).keySet();
    }

    /** The lines of one list, written some together. */
    private final class Taking {
        private final String bank;
        private final YearMonth month;
        private final List<ListLine> waiting = new ArrayList<>();
        private final List<Problem> twice = new ArrayList<>();
        private long lines;

        Taking(String bank, YearMonth month) {
            this.bank = bank;
            this.month = month;
        }

        void add(ListLine line) {
            waiting.add(line);
            if (waiting.size() == TOGETHER) {
                write();
            }
        }

        void write() {
            lines += waiting.size();
            store.theirs(bank, month, waiting).stream()
                    .limit(ListFile.MAX_PROBLEMS - twice.size())
                    .forEach(line -> twice.add(Problem.at(line.loanAccountNo(), FailureCode.CREDIT_LIST_TWICE)));
            waiting.clear();
        }
    }
}
