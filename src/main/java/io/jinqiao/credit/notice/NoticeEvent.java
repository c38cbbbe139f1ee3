package io.jinqiao.credit.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a notice. */
public sealed interface NoticeEvent {
    LocalDate on();

    /** @param address pseudonym of where it was sent; null of what was registered before it was kept */
    record Dispatched(Channel channel, String content, @Nullable String address, LocalDate on) implements NoticeEvent {}

    record Arrived(LocalDate on) implements NoticeEvent {}

    record CameBack(LocalDate on) implements NoticeEvent {}

    record Release(String proposedBy, String confirmedBy, LocalDate on) implements NoticeEvent {}
}
