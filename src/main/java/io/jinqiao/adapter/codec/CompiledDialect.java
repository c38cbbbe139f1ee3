package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.mapping.MappingPlan;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.WireForm.SecurityForm;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.signing.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One side of one partner's language, put together from its axes. */
final class CompiledDialect implements Dialect {
    private static final int OK = 200;

    private final Language language;
    private final Addresses addresses;
    private final RequestEnvelope requests;
    private @Nullable CompiledDialect other;

    private CompiledDialect(Language language, boolean centre) {
        this.language = language;
        this.addresses = language.addresses(centre);
        this.requests = language.requests(addresses, centre);
    }

    static CompiledDialect of(Language language) {
        CompiledDialect centre = new CompiledDialect(language, true);
        CompiledDialect partner = new CompiledDialect(language, false);
        centre.other = partner;
        partner.other = centre;
        return centre;
    }

    @Override
    public PartnerDescriptor descriptor() {
        return language.descriptor();
    }

    @Override
    public Dialect mirrored() {
        return java.util.Objects.requireNonNull(other);
    }

    @Override
    public Framed open(WireRequest request) {
        String text = text(request);
        language.requestFraming().requireHeaders(request.headers());
        Framed framed = requests.open(request.path(), text);
        int limit = descriptor().operations().get(framed.operation()).maxRequest();
        if (request.body().length > limit) {
            throw new Refusal(FailureCode.FRAME_TOO_LARGE, "" + limit);
        }
        return framed;
    }

    private String text(WireRequest request) {
        return language.requestFraming()
                .text(
                        request.body(),
                        request.truncated(),
                        addresses.limit(request.path()),
                        request.headers().get("content-type"));
    }

    @Override
    public Glimpse glimpse(WireRequest request) {
        try {
            return requests.glimpse(request.path(), text(request));
        } catch (Refusal e) {
            return new Glimpse(addresses.incoming(request.path()), null, null);
        }
    }

    @Override
    public @Nullable SealingForm sealing() {
        return language.sealing();
    }

    @Override
    public String edition() {
        return language.edition();
    }

    @Override
    public @Nullable SecurityForm security() {
        return language.security();
    }

    @Override
    public Framed unsealed(Framed framed, byte[] plain) {
        return requests.unsealed(framed, StrictText.of(plain, descriptor().charset()));
    }

    @Override
    public FramedReply unsealed(FramedReply framed, byte[] plain) {
        String payload = StrictText.of(plain, descriptor().charset());
        return new FramedReply(framed.signType(), framed.signingInput(), framed.signature(), payload);
    }

    @Override
    public Unsigned sealedRequest(Unsigned request, Envelope sealed) {
        return requests.sealed(request, sealed);
    }

    @Override
    public Unsigned sealedAnswer(Unsigned answer, Envelope sealed) {
        return language.replies().sealed(answer, sealed);
    }

    @Override
    public CanonicalMessage decode(Framed framed) {
        MappingPlan plan = language.requestPlan(framed.operation());
        List<Problem> problems = new ArrayList<>();
        Content.Group content = readContent(framed.operation(), framed.payload(), problems);
        try {
            return framed.operation().read(Fields.of(content, problems));
        } catch (Refusal e) {
            throw new Refusal(plan.inTheirWords(e.problems()));
        }
    }

    @Override
    public Content.Group readContent(Operation operation, String payload, List<Problem> problems) {
        return language.requestPlan(operation).decode(sink -> language.readRequest(payload, sink), problems);
    }

    @Override
    public String writeContent(Operation operation, Content.Group content) {
        return language.writeRequest(language.requestPlan(operation), content);
    }

    @Override
    public Unsigned answer(Framed request, Reply reply, MessageId answerId, Instant now) {
        Operation operation = request.operation();
        MappingPlan plan = reply.isAccepted() ? language.answers().of(operation) : language.answers().bare();
        return answer(operation, request.signType(), plan, language.writer().content(told(operation, reply), request.id()), now);
    }

    /** Gates know only our names. */
    private Reply told(Operation operation, Reply reply) {
        return reply instanceof Reply.Rejected rejected
                ? new Reply.Rejected(language.requestPlan(operation).inTheirWords(rejected.problems()))
                : reply;
    }

    @Override
    public Unsigned answerEnquiry(
            Framed enquiry, Operation original, Reply ofOriginal, MessageId answerId, Instant now) {
        CanonicalMessage asked = decode(enquiry);
        MessageId originalId = asked instanceof io.jinqiao.message.StatusEnquiry s
                ? new MessageId(s.originalMessageId())
                : null;
        Reply told = told(original, ofOriginal);
        Content.Group content = language.writer().enquiryContent(told, originalId, enquiry.id());
        Answers answers = language.answers();
        MappingPlan plan = ofOriginal.isAccepted() ? answers.enquiry(original) : answers.bareEnquiry();
        return answer(Operation.STATUS_ENQUIRY, enquiry.signType(), plan, content, now);
    }

    @Override
    public Unsigned refusal(Glimpse known, List<Problem> problems, MessageId answerId, Instant now) {
        String signType = known.signType() == null ? descriptor().signing().ours() : known.signType();
        Reply rejected = new Reply.Rejected(problems);
        Reply told = known.operation() == null ? rejected : told(known.operation(), rejected);
        Content.Group content = language.writer().content(told, known.id());
        return answer(known.operation(), signType, language.answers().bare(), content, now);
    }

    private Unsigned answer(@Nullable Operation operation, String signType, MappingPlan plan, Content.Group content, Instant now) {
        String payload = language.writeReply(plan, content);
        return language.replies().wrap(operation, signType, payload, now);
    }

    @Override
    public WireAnswer finishAnswer(Unsigned answer, String signature) {
        byte[] body = language.replyFraming().bytes(language.replies().finish(answer, signature));
        return new WireAnswer(OK, language.replyFraming().headers(), body);
    }

    @Override
    public WireAnswer again(byte[] answer) {
        return new WireAnswer(OK, language.replyFraming().headers(), answer);
    }

    @Override
    public Unsigned request(CanonicalMessage message, MessageId id, Instant now) {
        Operation operation = message.operation();
        addresses.outgoing(operation);
        String payload = writeContent(operation, message.content());
        return requests.wrap(operation, id, now, payload);
    }

    @Override
    public WireCall finishRequest(Unsigned request, String signature) {
        Operation operation = java.util.Objects.requireNonNull(request.operation());
        Framing framing = language.requestFraming();
        byte[] body = framing.bytes(requests.finish(request, signature));
        return new WireCall(addresses.path(operation), framing.headers(), body);
    }

    @Override
    public FramedReply openReply(int status, Map<String, String> headers, byte[] body) {
        if (status != OK) {
            throw new Refusal(FailureCode.FRAME_UNREADABLE, "HTTP status " + status);
        }
        int limit = descriptor().limits().reply();
        return language.replies().open(language.replyFraming().text(body, false, limit, headers.get("content-type")));
    }

    @Override
    public Reply decodeReply(Operation operation, @Nullable MessageId sent, FramedReply reply) {
        List<Problem> problems = new ArrayList<>();
        Content.Group content;
        try {
            content = read(language.answers().of(operation), reply, problems);
        } catch (Refusal e) {
            return AnswerReader.unknown(Reply.Cause.UNREADABLE, AnswerReader.told(e.problems()));
        }
        return language.reader().reply(operation, sent, content, problems);
    }

    @Override
    public Reply decodeEnquiryReply(Operation original, MessageId enquiry, FramedReply reply) {
        List<Problem> problems = new ArrayList<>();
        Content.Group content;
        try {
            content = read(language.answers().enquiry(original), reply, problems);
        } catch (Refusal e) {
            return AnswerReader.unknown(Reply.Cause.UNREADABLE, AnswerReader.told(e.problems()));
        }
        return language.reader().enquiryReply(original, enquiry, content, problems);
    }

    private Content.Group read(MappingPlan plan, FramedReply reply, List<Problem> problems) {
        return plan.decode(sink -> language.readReply(reply.payload(), sink), problems);
    }
}
