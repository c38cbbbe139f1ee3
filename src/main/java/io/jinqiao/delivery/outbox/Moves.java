package io.jinqiao.delivery.outbox;

import io.jinqiao.delivery.DeliveryRules.Rule;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Reply;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From one stage to the next; pure. The one place that says whether a message may be sent again. */
record Moves(Rule rule, Instant now) {

    /** @throws ForbiddenMove when the event cannot happen at this stage */
    Stage after(Stage stage, Event event) {
        Stage next = null;
        if (stage instanceof Stage.Posted posted) {
            next = afterPosted(posted, event);
        } else if (stage instanceof Stage.Departed departed) {
            next = afterDeparted(departed, event);
        } else if (stage instanceof Stage.Unknown unknown) {
            next = afterUnknown(unknown, event);
        } else if (stage instanceof Stage.Answered answered) {
            next = afterAnswered(answered, event);
        } else if (stage instanceof Stage.Held && event instanceof Event.Released) {
            next = new Stage.Posted(0, now);
        }
        if (next == null) {
            throw new ForbiddenMove(stage, event);
        }
        return next;
    }

    private @Nullable Stage afterPosted(Stage.Posted posted, Event event) {
        if (event instanceof Event.Departs) {
            return new Stage.Departed(posted.attempts() + 1);
        }
        if (event instanceof Event.NotSent notSent) {
            return again(posted.attempts() + 1, notSent.code(), notSent.detail());
        }
        if (event instanceof Event.NotNow notNow) {
            return new Stage.Posted(posted.attempts(), notNow.notBefore());
        }
        return event instanceof Event.LeaseExpired ? new Stage.Posted(posted.attempts(), now) : null;
    }

    private @Nullable Stage afterDeparted(Stage.Departed departed, Event event) {
        if (event instanceof Event.NotSent notSent) {
            return again(departed.attempts(), notSent.code(), notSent.detail());
        }
        if (event instanceof Event.LeaseExpired) {
            return doubtful(departed, new Reply.Unknown(Reply.Cause.CRASHED, "the sender stopped on its way", null));
        }
        if (event instanceof Event.Replied replied) {
            return replied.reply() instanceof Reply.Unknown unknown ? doubtful(departed, unknown) : known(replied);
        }
        return null;
    }

    private @Nullable Stage afterUnknown(Stage.Unknown unknown, Event event) {
        if (event instanceof Event.Replied replied) {
            return replied.reply() instanceof Reply.Unknown still ? asked(unknown, still) : known(replied);
        }
        if (event instanceof Event.NeverArrived) {
            return rule.resendNeverArrived()
                    ? again(unknown.attempts(), FailureCode.PARTNER_SILENT, "the partner never received it")
                    : ask(unknown, unknown.enquiries(), null);
        }
        if (event instanceof Event.NotSent || event instanceof Event.LeaseExpired) {
            return ask(unknown, unknown.enquiries(), now.plus(enquiryWait(unknown.enquiries())));
        }
        if (event instanceof Event.NotNow notNow) {
            return ask(unknown, unknown.enquiries(), notNow.notBefore());
        }
        if (event instanceof Event.AskAgain) {
            return ask(unknown, 0, now);
        }
        return event instanceof Event.Decided decided ? new Stage.Settled(decided.reply()) : null;
    }

    private @Nullable Stage afterAnswered(Stage.Answered answered, Event event) {
        if (event instanceof Event.EffectsDone) {
            return new Stage.Settled(answered.reply());
        }
        int tries = answered.tries() + 1;
        return event instanceof Event.EffectsFailed
                ? new Stage.Answered(answered.reply(), tries, now.plus(backOff(tries)))
                : null;
    }

    private Stage known(Event.Replied replied) {
        return replied.effectsDone()
                ? new Stage.Settled(replied.reply())
                : new Stage.Answered(replied.reply(), 1, now.plus(backOff(1)));
    }

    /** A failure for a reason that passes costs budget; one for a reason that stays needs people at once. */
    private Stage again(int attempts, FailureCode code, String detail) {
        return code.passing() && attempts <= rule.retries()
                ? new Stage.Posted(attempts, now.plus(backOff(attempts)))
                : new Stage.Held(attempts, code, detail, now);
    }

    private Stage doubtful(Stage.Departed departed, Reply.Unknown unknown) {
        Instant first = rule.enquiries() == 0 ? null : now.plus(rule.firstEnquiry());
        return new Stage.Unknown(departed.attempts(), unknown, now, 0, first);
    }

    /** Asked, and still unknown. While an answer is not yet due, asking is free. */
    private Stage asked(Stage.Unknown before, Reply.Unknown still) {
        boolean due = still.expectedBy() == null || !still.expectedBy().isAfter(now);
        int enquiries = before.enquiries() + (due ? 1 : 0);
        Instant next = due && enquiries >= rule.enquiries() ? null : now.plus(enquiryWait(enquiries));
        return new Stage.Unknown(before.attempts(), still, before.since(), enquiries, next);
    }

    private static Stage ask(Stage.Unknown unknown, int enquiries, @Nullable Instant due) {
        return new Stage.Unknown(unknown.attempts(), unknown.known(), unknown.since(), enquiries, due);
    }

    private Duration backOff(int failures) {
        return doubled(rule.firstBackOff(), failures - 1, rule.longestBackOff());
    }

    private Duration enquiryWait(int enquiries) {
        return doubled(rule.nextEnquiry(), Math.max(0, enquiries - 1), rule.longestEnquiryWait());
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        Duration wait = first;
        for (int i = 0; i < times && wait.compareTo(longest) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
