package io.jinqiao.adapter;

import io.jinqiao.adapter.Transport.Crossing;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.delivery.Carrier.Attempt;
import io.jinqiao.evidence.Journal;
import io.jinqiao.evidence.JournalEntry;
import io.jinqiao.evidence.RecordId;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.Verdict;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a crossing came to. Only a verified answer can be accepted or rejected; everything else after the first byte is unknown. */
@Component
class Replies {
    private final Judge judge;
    private final Journal journal;
    private final Sealing sealing;
    private final EnvelopeSignatures envelopes;

    Replies(Judge judge, Journal journal, Sealing sealing, EnvelopeSignatures envelopes) {
        this.judge = judge;
        this.journal = journal;
        this.sealing = sealing;
        this.envelopes = envelopes;
    }

    /** @param sent the record of our request; null when nothing was sent this time */
    record Crossed(@Nullable RecordId sent, Crossing crossing, Instant at) {}

    Attempt toMessage(Errand errand, Crossed crossed) {
        return understand(
                errand,
                crossed,
                (framed, record) -> said(errand.dialect().decodeReply(errand.message().operation(), errand.id(), framed), record));
    }

    /** A partner that could not take it just now, and says so, has not taken it. */
    private static Attempt said(Reply reply, Supplier<RecordId> record) {
        return passes(reply) ? new Attempt.NotSent(reason(reply), "the partner asks for it again, unchanged", record) : new Attempt.Replied(reply, record);
    }

    /** Whether everything it is refused for passes. */
    private static boolean passes(Reply reply) {
        return reply instanceof Reply.Rejected rejected && rejected.problems().stream().allMatch(problem -> problem.code().passing());
    }

    private static FailureCode reason(Reply reply) {
        return ((Reply.Rejected) reply).problems().get(0).code();
    }

    Attempt toEnquiry(Errand errand, Operation original, Crossed crossed) {
        return understand(errand, crossed, (framed, record) -> {
            Reply own = errand.dialect().decodeReply(Operation.STATUS_ENQUIRY, errand.id(), framed);
            if (Sessions.wanted(errand.dialect(), Operation.STATUS_ENQUIRY) != null && Sessions.over(own)) {
                return new Attempt.Replied(own, record);
            }
            if (passes(own)) {
                return said(own, record);
            }
            Reply reply = errand.dialect().decodeEnquiryReply(original, errand.id(), framed);
            return neverArrived(reply) || passes(reply) ? new Attempt.NeverArrived(record) : new Attempt.Replied(reply, record);
        });
    }

    private Attempt understand(
            Errand errand, Crossed crossed, BiFunction<FramedReply, Supplier<RecordId>, Attempt> decode) {
        if (crossed.crossing() instanceof Crossing.NeverLeft never) {
            return new Attempt.NotSent(
                    FailureCode.PARTNER_NOT_REACHED, never.why(), nothing(errand, crossed, FailureCode.PARTNER_NOT_REACHED));
        }
        if (crossed.crossing() instanceof Crossing.Silence silence) {
            return new Attempt.Replied(
                    new Reply.Unknown(Reply.Cause.SILENT, silence.why(), null),
                    nothing(errand, crossed, FailureCode.PARTNER_SILENT));
        }
        Crossing.Answer answer = (Crossing.Answer) crossed.crossing();
        FramedReply framed = open(errand, answer);
        if (framed == null) {
            return new Attempt.Replied(
                    new Reply.Unknown(Reply.Cause.UNREADABLE, "HTTP " + answer.status(), null),
                    record(errand, crossed, answer, null, null, FailureCode.PARTNER_ANSWER_UNREADABLE));
        }
        Verdict refused = envelopes.refusal(errand.dialect(), answer.body(), crossed.at());
        Verdict verdict = refused == null ? judge(errand, framed, crossed.at()) : refused;
        if (!verdict.accepted()) {
            return new Attempt.Replied(
                    new Reply.Unknown(Reply.Cause.UNTRUSTED, code(verdict), null),
                    record(errand, crossed, answer, framed, verdict, FailureCode.PARTNER_ANSWER_UNTRUSTED));
        }
        FramedReply opened = unseal(errand, framed);
        if (opened == null) {
            return new Attempt.Replied(
                    new Reply.Unknown(Reply.Cause.UNREADABLE, FailureCode.SEAL_UNREADABLE.code(), null),
                    record(errand, crossed, answer, framed, verdict, FailureCode.PARTNER_ANSWER_UNREADABLE));
        }
        return decode.apply(opened, record(errand, crossed, answer, framed, verdict, null));
    }

    private static @Nullable FramedReply open(Errand errand, Crossing.Answer answer) {
        if (answer.truncated()) {
            return null;
        }
        try {
            return errand.dialect().openReply(answer.status(), answer.headers(), answer.body());
        } catch (Refusal unreadable) {
            return null;
        }
    }

    private @Nullable FramedReply unseal(Errand errand, FramedReply framed) {
        try {
            return sealing.open(errand.dialect(), framed);
        } catch (Refusal unreadable) {
            return null;
        }
    }

    private Verdict judge(Errand errand, FramedReply framed, Instant at) {
        Profile profile = errand.dialect().descriptor().signing().named(framed.signType());
        return judge.verify(profile, framed.signingInput(), framed.signature(), at);
    }

    private Supplier<RecordId> record(
            Errand errand,
            Crossed crossed,
            Crossing.Answer answer,
            @Nullable FramedReply framed,
            @Nullable Verdict verdict,
            @Nullable FailureCode code) {
        String codes = code == null ? null : code.code();
        JournalEntry entry =
                Entries.reply(errand, crossed.sent(), answer.body(), framed, verdict, codes, crossed.at());
        return () -> journal.append(entry);
    }

    private Supplier<RecordId> nothing(Errand errand, Crossed crossed, FailureCode code) {
        JournalEntry entry = Entries.nothingCame(errand, crossed.sent(), code.code(), crossed.at());
        return () -> journal.append(entry);
    }

    private static boolean neverArrived(Reply reply) {
        return reply instanceof Reply.Rejected rejected
                && rejected.problems().stream().anyMatch(p -> p.code() == FailureCode.MESSAGE_UNKNOWN);
    }

    private static String code(Verdict verdict) {
        return verdict.problem() == null ? "" : verdict.problem().code().code();
    }
}
