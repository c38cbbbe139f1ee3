package io.jinqiao.credit.desk;

import io.jinqiao.credit.notice.Duties;

/** Who has which duty of a loan. */
@FunctionalInterface
public interface LoanDuties {
    Duties of(String account);
}
