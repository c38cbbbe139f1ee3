package io.jinqiao.credit.notice;

import java.time.LocalDate;

/** How far one person was told of one episode of arrears. */
public sealed interface Notice {

    /**
     * Nobody was told yet.
     *
     * @param attempt 0 for the first channel of the agreement, 1 for the second …
     * @param since the first day on which telling counts: when the arrears began, or when the channel before failed
     */
    record Due(int attempt, LocalDate since) implements Notice {}

    /** @param content version of what it said */
    record Sent(int attempt, Channel channel, LocalDate on, String content) implements Notice {}

    /** It arrived. */
    record Delivered(Channel channel, LocalDate sentOn, LocalDate on) implements Notice {}

    /** It came back by every channel. @param since when the last one failed */
    record Undeliverable(LocalDate since) implements Notice {}

    /** Two people let the record go all the same. */
    record Released(String proposedBy, String confirmedBy, LocalDate on) implements Notice {}
}
