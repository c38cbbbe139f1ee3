package io.jinqiao.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Center should forget of an account that was told by mistake.
 *
 * @param account identifier (账户标识码), or that of a mortgage contract (抵质押合同标识码), which is deleted whole (514)
 * @param from first and @param to last day of report (信息报告日期) of the months to delete (213); one may be open. Both null: the whole account (214)
 * @param reason for the other person, and for who asks later
 */
public record DeleteReported(String account, @Nullable LocalDate from, @Nullable LocalDate to, String reason) {
    public boolean whole() {
        return from == null && to == null;
    }
}
