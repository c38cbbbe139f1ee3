package io.jinqiao.credit;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Center should change of an account, or of a mortgage contract, it was told of: forget months of it (213) or the whole of it (214, 514), or know it under another identifier
 * (211, 511).
 *
 * @param account identifier (账户标识码), or that of a mortgage contract (抵质押合同标识码)
 * @param from first and @param to last day of report (信息报告日期) of the months to delete (213); one may be open
 * @param becomes another identifier of the same (新业务标识码), of the same bank; both days are null then. Null together with both days: all of it is deleted
 * @param reason for the other person, and for who asks later
 */
public record ChangeReported(String account, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String becomes, String reason) {
    /** @throws Refusal for months that are deleted and renamed at once */
    public ChangeReported {
        if (becomes != null && (from != null || to != null)) {
            throw new Refusal(Problem.at("becomes", FailureCode.FIELD_UNEXPECTED));
        }
    }

    public boolean deletesAll() {
        return becomes == null && from == null && to == null;
    }
}
