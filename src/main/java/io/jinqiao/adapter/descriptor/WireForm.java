package io.jinqiao.adapter.descriptor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How messages are written: small axes, put together.
 *
 * @param encoding of the content: {@code json}, {@code xml}
 * @param framing what tells one message from the next: {@code http-body}, {@code http-form}, {@code length-prefix}
 * @param refuseUnexpected whether members of a request nobody agreed on are refused or read over; in answers they are always read over
 * @param emptyIsAbsent whether an empty text on the wire means that there is none
 * @param field name of the one field of an HTTP form; else empty
 * @param frame header before each message; null but for {@code length-prefix}
 * @param document null but for messages that are one XML document
 * @param sealing null but for messages in a digital envelope
 */
public record WireForm(
        String encoding,
        String framing,
        boolean refuseUnexpected,
        boolean emptyIsAbsent,
        String field,
        @Nullable FrameForm frame,
        @Nullable DocumentForm document,
        @Nullable SealingForm sealing,
        RequestForm request,
        ReplyForm reply,
        @Nullable EnquiryForm enquiry) {

    /**
     * Messages that are one XML document.
     *
     * @param root name of the outermost element
     * @param declares charsets a document may declare, the one we write first; none: we write no declaration
     * @param order elements of a request's envelope as we write them
     */
    public record DocumentForm(String root, List<String> declares, List<String> order) {}

    /**
     * The names of a request's envelope.
     *
     * @param envelope {@code parameters}: named texts, one of them the content; {@code xml-document}: one element of it is the content;
     *     {@code sealed-members}: named texts around a digital envelope, the content inside
     * @param signingInput {@code path-and-sorted-parameters}, or {@code document-without-signature}: the document as it stands, but for the
     *     text of the signature, or {@code sealed-members}: ciphertext, wrapped key and token as they stand, one after the other
     * @param operation text with the transaction code; empty where the path tells the operation
     * @param operationByNumber whether that text is the last part of the path, such as {@code 2001} of {@code /2001}; else the whole path
     * @param timeOfDay text with the time of day when it stands apart from the date; else empty
     * @param signType text that names the signing profile; empty where the agreement alone does
     * @param timeForm an instant conversion, without its name
     * @param constants what each side always writes, by name
     */
    public record RequestForm(
            String envelope,
            String signingInput,
            String operation,
            boolean operationByNumber,
            String id,
            String time,
            String timeOfDay,
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
     * @param envelope {@code signed-member}: the content stands in one member, exactly as signed; {@code xml-document}: the document is the
     *     content, an operation's own lies in one group of it; {@code sealed-members}: the digital envelope holds the content alone
     * @param payload that member or group
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
