package io.jinqiao.adapter.descriptor;

import io.jinqiao.adapter.mapping.Editions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How messages are written: small axes, put together.
 *
 * @param encoding of the content: {@code json}, {@code xml}
 * @param framing what tells one message from the next: {@code http-body}, {@code http-form}, {@code length-prefix}, {@code soap-body}, {@code file-document}: one file is one message
 * @param refuseUnexpected whether members of a request nobody agreed on are refused or read over; in answers they are always read over
 * @param emptyIsAbsent whether an empty text on the wire means that there is none
 * @param field name of the one field of an HTTP form; else empty
 * @param frame header before each message; null but for {@code length-prefix}
 * @param soap null but for {@code soap-body}
 * @param edition null where the form has no editions
 * @param document null but for messages that are one XML document
 * @param sealing null but for messages in a digital envelope
 * @param fixedHead null but for messages with a head of fixed length before a document
 */
public record WireForm(
        String encoding,
        String framing,
        boolean refuseUnexpected,
        boolean emptyIsAbsent,
        String field,
        @Nullable FrameForm frame,
        @Nullable SoapForm soap,
        @Nullable EditionForm edition,
        @Nullable DocumentForm document,
        @Nullable SealingForm sealing,
        @Nullable FixedHeadForm fixedHead,
        RequestForm request,
        ReplyForm reply,
        @Nullable EnquiryForm enquiry) {

    /** The editions of the form, as tables know them. */
    public Editions editions() {
        return edition == null ? Editions.NONE : new Editions(edition.inForce(), edition.codes().keySet());
    }

    /**
     * Messages that travel as a text in the body of a SOAP 1.1 envelope: one element for the call, in it one with the text.
     *
     * @param namespace of the elements of the calls
     * @param request element around a request, by its local name; {@code text} the one in it
     * @param reply element around an answer; {@code replyText} the one in it
     * @param action value of the header {@code SOAPAction}, without quotation marks
     * @param rpc whether the text stands in an element of no namespace, as calls of procedures have it
     * @param security null where the connection alone proves who speaks
     */
    public record SoapForm(
            String namespace, String request, String text, String reply, String replyText, String action, boolean rpc, @Nullable SecurityForm security) {}

    /**
     * Signatures of WS-Security over body and time-stamp, both ways.
     *
     * @param ourKey alias of the key we sign envelopes with
     * @param theirCertificates aliases of the certificates they may sign them with
     * @param lifetime of a time-stamp
     */
    public record SecurityForm(String ourKey, List<String> theirCertificates, Duration lifetime) {}

    /**
     * A form that is in the field in more than one edition, told apart by the transaction code.
     *
     * @param inForce the one agreed
     * @param codes by edition, by transaction code: the codes of operations it may mean, one for each way
     */
    public record EditionForm(String inForce, Map<String, Map<String, List<String>>> codes) {}

    /**
     * Messages that are one XML document.
     *
     * @param root name of the outermost element
     * @param replyRoot the same of an answer
     * @param head group in the root with the texts of a request's envelope; empty where they stand in the root itself
     * @param records group in the root whose elements have their values as attributes; empty: none
     * @param declares charsets a document may declare, the one we write first; none: we write no declaration
     * @param order elements of a request's envelope as we write them
     */
    public record DocumentForm(String root, String replyRoot, String head, String records, List<String> declares, List<String> order) {}

    /**
     * A head of fixed length before a document, and a signature over both behind it. Only we begin such an exchange.
     *
     * @param mark what it begins with, the version included
     * @param ours code of our organisation
     * @param theirs code of theirs
     * @param reserved zeros at its end
     * @param lineEnd whether a line end closes it
     * @param signatureStart what stands before the signature
     * @param signatureEnd what stands after it
     * @param answers type of an answer by the type of its request
     */
    public record FixedHeadForm(
            String mark, String ours, String theirs, int reserved, boolean lineEnd, String signatureStart, String signatureEnd, Map<String, String> answers) {}

    /**
     * The names of a request's envelope.
     *
     * @param envelope {@code parameters}: named texts, one of them the content; {@code xml-document}: one element of it is the content;
     *     {@code message-head}: the texts stand in a group of the document, and the document is the content;
     *     {@code sealed-members}: named texts around a digital envelope, the content inside;
     *     {@code fixed-head}: number and time stand in a head of fixed length before the document, and are read as elements of it
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
     * @param detail text that says more than the code: our failure code when we refuse, whatever they say when they do; empty: none
     */
    public record ReplyForm(
            String envelope,
            String payload,
            String signType,
            String signature,
            String code,
            String text,
            String id,
            String detail,
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
