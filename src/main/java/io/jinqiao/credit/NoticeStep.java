package io.jinqiao.credit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a notice.
 *
 * @param account identifier of the account (账户标识码)
 * @param episode first day of the month in which the arrears began
 * @param person by part in the loan, such as {@code co-borrower-1}
 * @param channel of a dispatch, such as {@code short-message}; null otherwise
 * @param address agreed address or number it was sent to, of a dispatch; null otherwise. Personal: only what proves it is kept
 * @param content version of what it said, of a dispatch; null otherwise
 */
public record NoticeStep(String account, LocalDate episode, String person, What what, LocalDate on, @Nullable String channel, @Nullable String content, @Nullable String address) {

    @Override
    public String toString() {
        return "NoticeStep[" + account + " " + episode + " " + person + " " + what + " " + on + "]";
    }


    public enum What {
        DISPATCHED,
        ARRIVED,
        CAME_BACK
    }
}
