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

    /** An event of now. @throws Refusal when it cannot follow */
    public static Notice after(Notice notice, NoticeEvent event, Duties.NoticeTerms terms) {
        if (event instanceof NoticeEvent.Dispatched dispatched && notice instanceof Notice.Due due) {
            requireAgreed(due, dispatched, terms);
        } else if (event instanceof NoticeEvent.Release release && notice instanceof Notice.Undeliverable undeliverable) {
            requireReleasable(undeliverable, release, terms);
        } else if (!(notice instanceof Notice.Sent sent) || !ends(event) || event.on().isBefore(sent.on())) {
            throw new Refusal(Problem.of(FailureCode.CREDIT_NOTICE_STEP, word(notice), word(event)));
        }
        return then(notice, event, terms);
    }

    private static boolean ends(NoticeEvent event) {
        return event instanceof NoticeEvent.Arrived || event instanceof NoticeEvent.CameBack;
    }

    /** How far a notice is after an event that was judged when it happened: under other terms it happened all the same. */
    public static Notice then(Notice notice, NoticeEvent event, Duties.NoticeTerms terms) {
        if (event instanceof NoticeEvent.Dispatched dispatched) {
            return new Notice.Sent(notice instanceof Notice.Due due ? due.attempt() : terms.channels().size(), dispatched.channel(), dispatched.on(), dispatched.content());
        }
        if (event instanceof NoticeEvent.Release release) {
            return new Notice.Released(release.proposedBy(), release.confirmedBy(), release.on());
        }
        Notice.Sent sent = (Notice.Sent) notice;
        if (event instanceof NoticeEvent.Arrived arrived) {
            return new Notice.Delivered(sent.channel(), sent.on(), arrived.on());
        }
        boolean another = sent.attempt() + 1 < terms.channels().size();
        return another ? new Notice.Due(sent.attempt() + 1, event.on()) : new Notice.Undeliverable(event.on());
    }

    private static void requireAgreed(Notice.Due due, NoticeEvent.Dispatched event, Duties.NoticeTerms terms) {
        Channel agreed = terms.channels().get(due.attempt());
        if (event.channel() != agreed) {
            throw new Refusal(Problem.of(FailureCode.CREDIT_NOTICE_CHANNEL, word(event.channel()), word(agreed)));
        }
        if (event.on().isBefore(due.since())) {
            throw new Refusal(Problem.at("on", FailureCode.CREDIT_NOTICE_BEFORE, due.since().toString()));
        }
    }

    private static void requireReleasable(Notice.Undeliverable notice, NoticeEvent.Release event, Duties.NoticeTerms terms) {
        LocalDate first = notice.since().plusDays(terms.releaseAfterDays());
        if (event.on().isBefore(first)) {
            throw new Refusal(Problem.of(FailureCode.CREDIT_NOTICE_TOO_EARLY, first.toString()));
        }
        if (PersonName.isEmpty(event.proposedBy()) || PersonName.same(event.proposedBy(), event.confirmedBy())) {
            throw new Refusal(Problem.of(FailureCode.DUTIES_NOT_SEPARATED));
        }
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
