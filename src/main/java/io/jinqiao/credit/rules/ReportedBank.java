package io.jinqiao.credit.rules;

import io.jinqiao.credit.Side;
import io.jinqiao.credit.notice.Duties;
import org.jspecify.annotations.Nullable;

/**
 * A bank whose loans are reported.
 *
 * @param code 4 characters before its number of a loan
 * @param office who manages its loans (业务管理机构代码)
 */
public record ReportedBank(String bank, String code, String office, Side reporter, Side notifier, Side objections, @Nullable String agreement) {
    Duties duties(Duties.NoticeTerms terms) {
        return new Duties(reporter, notifier, objections, agreement, terms);
    }
}
