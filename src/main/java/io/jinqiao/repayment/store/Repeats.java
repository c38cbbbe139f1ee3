package io.jinqiao.repayment.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loans with more than one row in a file, noticed in passing while its rows come in the order of their loans, as banks write them. Memory is bounded: when the
 * order breaks or there are too many, nothing is known and the database has to be asked.
 */
final class Repeats {
    static final int MOST = 100_000;

    private final List<String> loans = new ArrayList<>();
    private String last = "";
    private boolean ordered = true;

    void see(String accountNo) {
        if (!ordered) {
            return;
        }
        int step = accountNo.compareTo(last);
        if (step == 0 && (loans.isEmpty() || !loans.get(loans.size() - 1).equals(accountNo))) {
            loans.add(accountNo);
        }
        ordered = step >= 0 && loans.size() <= MOST;
        last = accountNo;
    }

    /** Empty: not known. */
    Optional<List<String>> loans() {
        return ordered ? Optional.of(loans) : Optional.empty();
    }
}
