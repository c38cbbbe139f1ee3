package io.jinqiao.credit.desk;

import io.jinqiao.credit.notice.Duties;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who has which duty of a loan. */
@FunctionalInterface
public interface LoanDuties {
    /** Of each of some accounts; asked for once. */
    Map<String, Duties> of(Collection<String> accounts);

    default Duties of(String account) {
        return Objects.requireNonNull(of(List.of(account)).get(account));
    }
}
