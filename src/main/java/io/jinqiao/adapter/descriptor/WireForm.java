package io.jinqiao.adapter.descriptor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How messages are written: small axes, put together.
 *
 * @param encoding of the content: {@code json}
 * @param framing what tells one message from the next: {@code http-body}
 * @param refuseUnexpected whether members of a request nobody agreed on are refused or read over; in answers they are always read over
 * @param emptyIsAbsent whether an empty text on the wire means that there is none
 */
public record WireForm(
        String encoding,
        String framing,
        boolean refuseUnexpected,
        boolean emptyIsAbsent,
        RequestForm request,
        ReplyForm reply,
        @Nullable EnquiryForm enquiry) {

    /**
     * The names of a request's envelope.
     *
     * @param envelope {@code parameters}: named texts, one of them the content
     * @param signingInput {@code path-and-sorted-parameters}
     * @param timeForm an instant conversion, without its name
     * @param constants what each side always writes, by name
     */
    public record RequestForm(
            String envelope,
            String signingInput,
            String id,
            String time,
            String timeForm,
            String payload,
            String signType,
            String signature,
            Map<String, Constant> constants) {}

    /** @param in what they write @param out what we write */
    public record Constant(String in, String out) {}

    /**
     * The names of an answer's envelope and of what every answer's content begins with.
     *
     * @param envelope {@code signed-member}: the content stands in one member, exactly as signed
     */
    public record ReplyForm(
            String envelope,
            String payload,
            String signType,
            String signature,
            String code,
            String text,
            String id,
            ProblemsForm problems) {}

    /**
     * Where an answer lists what is wrong.
     *
     * @param code name of our failure code
     * @param our our name of the field
     * @param their their name of the field
     * @param text in Chinese
     * @param english in English
     */
    public record ProblemsForm(String list, String code, String our, String their, String text, String english) {}

    /**
     * What became of a message, in the answer to a status enquiry.
     *
     * @param original group that holds the answer the original got, in that answer's own form
     */
    public record EnquiryForm(String status, String done, String inProcess, String neverArrived, String original) {}
}
