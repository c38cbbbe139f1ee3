package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.adapter.descriptor.SealingForm;
import io.jinqiao.adapter.descriptor.WireForm;
import io.jinqiao.adapter.descriptor.WireForm.SecurityForm;
import io.jinqiao.adapter.mapping.Line;
import io.jinqiao.adapter.mapping.MappingPlan;
import io.jinqiao.adapter.mapping.RequestLines;
import io.jinqiao.adapter.mapping.WireSink;
import io.jinqiao.message.Content;
import io.jinqiao.message.Operation;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both sides of one partner's wire share: the axes chosen by its descriptor, and the compiled tables. Thread-safe. */
public final class Language {
    private final PartnerDescriptor descriptor;
    private final WireForm form;
    private final Encoding encoding;
    private final Framing requestFraming;
    private final Framing replyFraming;
    private final ReplyEnvelope replies;
    private final Map<Operation, MappingPlan> requestPlans = new EnumMap<>(Operation.class);
    private final Answers answers;
    private final AnswerWriter writer;
    private final AnswerReader reader;

    /**
     * Everything was checked by whoever read the folder.
     *
     * @param requests lines of each operation's request
     * @param replies lines of each operation's accepting answer
     * @param clock from which "in process" is due
     */
    public Language(
            PartnerDescriptor descriptor,
            WireForm form,
            Codes codes,
            Map<Operation, RequestLines> requests,
            Map<Operation, List<Line>> replies,
            Clock clock) {
        this.descriptor = descriptor;
        this.form = form;
        this.encoding = Axes.encoding(form, descriptor.charset());
        this.requestFraming = Axes.requestFraming(form, descriptor.charset());
        this.replyFraming = Axes.replyFraming(form, descriptor.charset());
        this.replies = Axes.replyEnvelope(form, descriptor);
        requests.forEach((operation, lines) ->
                requestPlans.put(operation, new MappingPlan(lines, form.refuseUnexpected(), form.emptyIsAbsent())));
        this.answers = new Answers(form, replies);
        this.writer = new AnswerWriter(codes, form.enquiry(), !form.reply().detail().isEmpty());
        this.reader = new AnswerReader(codes, form.enquiry(), clock);
    }

    public Dialect dialect() {
        return CompiledDialect.of(this);
    }

    PartnerDescriptor descriptor() {
        return descriptor;
    }

    @Nullable SealingForm sealing() {
        return form.sealing();
    }

    String edition() {
        return form.edition() == null ? "" : form.edition().inForce();
    }

    @Nullable SecurityForm security() {
        return form.soap() == null ? null : form.soap().security();
    }

    Framing requestFraming() {
        return requestFraming;
    }

    Framing replyFraming() {
        return replyFraming;
    }

    Addresses addresses(boolean centre) {
        return new Addresses(descriptor, form.document() != null, centre);
    }

    RequestEnvelope requests(Addresses addresses, boolean centre) {
        return Axes.requestEnvelope(form, descriptor, addresses, centre);
    }

    ReplyEnvelope replies() {
        return replies;
    }

    MappingPlan requestPlan(Operation operation) {
        MappingPlan plan = requestPlans.get(operation);
        if (plan == null) {
            throw new IllegalArgumentException(operation.id() + " is not agreed with " + descriptor.partner());
        }
        return plan;
    }

    Answers answers() {
        return answers;
    }

    AnswerWriter writer() {
        return writer;
    }

    AnswerReader reader() {
        return reader;
    }

    void readRequest(String payload, WireSink sink) {
        encoding.read(payload, requestRoot(), descriptor.limits().depth(), sink);
    }

    String writeRequest(MappingPlan plan, Content.Group content) {
        return encoding.write(requestRoot(), sink -> plan.encode(content, sink));
    }

    void readReply(String payload, WireSink sink) {
        encoding.read(payload, replyRoot(), descriptor.limits().depth(), sink);
    }

    String writeReply(MappingPlan plan, Content.Group content) {
        return encoding.write(replyRoot(), sink -> plan.encode(content, sink));
    }

    /** A document with a head is content from its root. */
    private String requestRoot() {
        return form.document() == null || form.document().head().isEmpty() ? form.request().payload() : form.document().root();
    }

    /** An answer in one document is content from its root. */
    private String replyRoot() {
        return form.document() == null ? form.reply().payload() : form.document().replyRoot();
    }
}
