package io.jinqiao.credit.notice;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import java.util.Locale;

/** Which events a notice may go through, and when a record may leave. */
public final class NoticeRules {
    private NoticeRules() {}

    /** @throws Refusal when the event cannot follow */
    public static Notice after(Notice notice, NoticeEvent event, Duties.NoticeTerms terms) {
        if (event instanceof NoticeEvent.Dispatched dispatched && notice instanceof Notice.Due due) {
            return dispatched(due, dispatched, terms);
        }
        if (notice instanceof Notice.Sent sent && !event.on().isBefore(sent.on())) {
            if (event instanceof NoticeEvent.Arrived arrived) {
                return new Notice.Delivered(sent.channel(), sent.on(), arrived.on());
            }
            if (event instanceof NoticeEvent.CameBack back) {
                boolean another = sent.attempt() + 1 < terms.channels().size();
                return another ? new Notice.Due(sent.attempt() + 1, back.on()) : new Notice.Undeliverable(back.on());
            }
        }
        if (event instanceof NoticeEvent.Release release && notice instanceof Notice.Undeliverable undeliverable) {
            return released(undeliverable, release, terms);
        }
        throw new Refusal(Problem.of(FailureCode.CREDIT_NOTICE_STEP, word(notice), word(event)));
    }

    private static Notice dispatched(Notice.Due due, NoticeEvent.Dispatched event, Duties.NoticeTerms terms) {
        Channel agreed = terms.channels().get(due.attempt());
        if (event.channel() != agreed) {
            throw new Refusal(Problem.of(FailureCode.CREDIT_NOTICE_CHANNEL, word(event.channel()), word(agreed)));
        }
        return new Notice.Sent(due.attempt(), event.channel(), event.on(), event.content());
    }

    private static Notice released(Notice.Undeliverable notice, NoticeEvent.Release event, Duties.NoticeTerms terms) {
        LocalDate first = notice.since().plusDays(terms.releaseAfterDays());
        if (event.on().isBefore(first)) {
            throw new Refusal(Problem.of(FailureCode.CREDIT_NOTICE_TOO_EARLY, first.toString()));
        }
        if (PersonName.isEmpty(event.proposedBy()) || PersonName.same(event.proposedBy(), event.confirmedBy())) {
            throw new Refusal(Problem.of(FailureCode.DUTIES_NOT_SEPARATED));
        }
        return new Notice.Released(event.proposedBy(), event.confirmedBy(), event.on());
    }

    /** Whether this person was told enough for a record that leaves on a day: strictly before it. */
    static boolean told(Notice notice, Duties.Suffices suffices, LocalDate leaves) {
        if (notice instanceof Notice.Delivered delivered) {
            return delivered.on().isBefore(leaves);
        }
        if (notice instanceof Notice.Released released) {
            return !released.on().isAfter(leaves);
        }
        return suffices == Duties.Suffices.DISPATCH && notice instanceof Notice.Sent sent && sent.on().isBefore(leaves);
    }

    private static String word(Object thing) {
        String name = thing instanceof Enum<?> constant ? constant.name() : thing.getClass().getSimpleName();
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
