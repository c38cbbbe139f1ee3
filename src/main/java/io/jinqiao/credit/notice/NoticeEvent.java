package io.jinqiao.credit.notice;

import java.time.LocalDate;

/** What happens to a notice. */
public sealed interface NoticeEvent {
    LocalDate on();

    record Dispatched(Channel channel, String content, LocalDate on) implements NoticeEvent {}

    record Arrived(LocalDate on) implements NoticeEvent {}

    record CameBack(LocalDate on) implements NoticeEvent {}

    record Release(String proposedBy, String confirmedBy, LocalDate on) implements NoticeEvent {}
}
