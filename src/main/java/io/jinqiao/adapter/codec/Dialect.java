package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.WireForm.SecurityForm;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One partner's language, compiled at start; both ways, and for both sides of the wire. Thread-safe; signs and sends nothing.
 *
 * <p>The order is in the types: open, (verify,) decode; answer, (sign,) finish; request, (sign,) finish, (send,) open the reply, (verify,)
 * decode it. With a digital envelope, what is verified is unsealed before it is decoded, and what is written is sealed before it is signed.
 */
public interface Dialect {

    PartnerDescriptor descriptor();

    /** The same language as the partner speaks it: opens what the centre sends, makes what the partner sends. For simulators and kits. */
    Dialect mirrored();

    /**
     * Reads the envelope only.
     *
     * @throws io.jinqiao.message.Refusal with every problem of the envelope
     */
    Framed open(WireRequest request);

    /** What can be known of a request that {@link #open} refused. Never throws. */
    Glimpse glimpse(WireRequest request);

    /** How contents are sealed; null for a language without digital envelopes. */
    @Nullable SealingForm sealing();

    /** The edition of the form that is in force; empty where it has none. */
    String edition();

    /** How envelopes are signed; null where they are not. */
    @Nullable SecurityForm security();

    /**
     * The second stage of reading a sealed request, after its signature was found good.
     *
     * @param plain what was in the digital envelope
     * @throws io.jinqiao.message.Refusal with every problem of the head inside
     */
    Framed unsealed(Framed framed, byte[] plain);

    /** The same for an answer. @throws io.jinqiao.message.Refusal when the content is no text of the agreed charset */
    FramedReply unsealed(FramedReply framed, byte[] plain);

    /** A request with its content sealed. @param sealed what {@link Unsigned#toSeal} became */
    Unsigned sealedRequest(Unsigned request, Envelope sealed);

    /** An answer with its content sealed. @param sealed what {@link Unsigned#toSeal} became */
    Unsigned sealedAnswer(Unsigned answer, Envelope sealed);

    /** @throws io.jinqiao.message.Refusal with every problem of the content, in our words and theirs */
    CanonicalMessage decode(Framed framed);

    /**
     * The content of a request without anything around it, mapped but not yet a message: for kits, and for whoever measures.
     *
     * @param problems gets what the table finds
     */
    Content.Group readContent(Operation operation, String payload, List<Problem> problems);

    /** The other way. @throws io.jinqiao.message.Refusal with everything their form cannot hold */
    String writeContent(Operation operation, Content.Group content);

    /** The answer to an understood request; signed with the request's profile. */
    Unsigned answer(Framed request, Reply reply, MessageId answerId, Instant now);

    /**
     * The answer to a status enquiry: what became of the original. A refusal of the enquiry itself is a {@link #refusal}.
     *
     * @param original the operation of the message asked about
     * @param ofOriginal its own reply; {@code Rejected} with {@code MESSAGE_UNKNOWN} says it never arrived, {@code Unknown} that it is in process
     */
    Unsigned answerEnquiry(Framed enquiry, Operation original, Reply ofOriginal, MessageId answerId, Instant now);

    /** A refusal when more or less is known of the request; signed with our own profile unless the request named an agreed one. */
    Unsigned refusal(Glimpse known, List<Problem> problems, MessageId answerId, Instant now);

    WireAnswer finishAnswer(Unsigned answer, String signature);

    /** The bytes of an answer given before, once more, as {@link #finishAnswer} would send them. */
    WireAnswer again(byte[] answer);

    /** @throws IllegalArgumentException when the operation is not agreed in this direction */
    Unsigned request(CanonicalMessage message, MessageId id, Instant now);

    WireCall finishRequest(Unsigned request, String signature);

    /** @throws io.jinqiao.message.Refusal when the answer cannot be read */
    FramedReply openReply(int status, Map<String, String> headers, byte[] body);

    /**
     * Never throws for bad content: what cannot be understood is {@code Unknown}. An answer to another message is {@code Unknown} too.
     *
     * @param sent null: whatever number it names, since a partner that could not read a request cannot name it
     */
    Reply decodeReply(Operation operation, @Nullable MessageId sent, FramedReply reply);

    /**
     * Like {@link #decodeReply} for the answer to a status enquiry: what became of the original. A refused enquiry leaves it {@code Unknown}.
     *
     * @param enquiry our number of the enquiry, not of the original
     */
    Reply decodeEnquiryReply(Operation original, MessageId enquiry, FramedReply reply);
}
