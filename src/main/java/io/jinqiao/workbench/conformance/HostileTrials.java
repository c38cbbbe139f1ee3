package io.jinqiao.workbench.conformance;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.FrameForm;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.samples.Spoilt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Bytes nobody would send by mistake, and some that everybody does: each gets a typed refusal, and the next message is read. */
final class HostileTrials {
    private static final int DEEP = 200;
    private static final Set<FailureCode> UNREADABLE = EnumSet.of(FailureCode.FRAME_UNREADABLE);
    private static final Set<FailureCode> CHARSET = EnumSet.of(FailureCode.CHARSET_WRONG);
    private static final Set<FailureCode> NOT_ITS_CHARSET = EnumSet.of(FailureCode.CHARSET_WRONG, FailureCode.FRAME_UNREADABLE);
    private static final Set<FailureCode> SIGNATURE = EnumSet.of(FailureCode.SIGNATURE_INVALID);
    private static final Set<FailureCode> TWICE = EnumSet.of(FailureCode.MEMBER_DUPLICATE);
    private static final String DOCTYPE = "<!DOCTYPE r [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

    private final Recorder recorder;
    private final Findings findings;
    private final Markup markup;

    HostileTrials(Recorder recorder, Findings findings, Markup markup) {
        this.recorder = recorder;
        this.findings = findings;
        this.markup = markup;
    }

    void run(Subject subject) {
        Spoiling spoiling = new Spoiling(subject, subject.courier(), findings);
        frame(subject, spoiling);
        charset(subject, spoiling);
        new CutTrials(recorder, findings).run(subject, spoiling);
        structure(subject, spoiling);
        signature(subject, spoiling);
        answers(subject);
        trial(subject, "a-good-one-after-all", "其后的正常报文照常读取", "a good message after all these is read", spoiling::stillSane);
    }

    private void frame(Subject subject, Spoiling spoiling) {
        trial(subject, "truncated", "截断的报文", "a message that ends too early", trial -> {
            byte[] sound = subject.sound();
            return spoiling.mustRefuse(trial, Arrays.copyOf(sound, sound.length - 2), UNREADABLE, null);
        });
        trial(subject, "length-one-more", "长度多报一字节", "a length that is one too long", trial -> lying(trial, subject, spoiling, 1));
        trial(subject, "length-one-less", "长度少报一字节", "a length that is one too short", trial -> lying(trial, subject, spoiling, -1));
    }

    private Outcome lying(Trial trial, Subject subject, Spoiling spoiling, int lie) {
        FrameForm form = subject.courier().speaker().descriptor().frame();
        if (form == null) {
            return Outcome.notRun("该通道的长度由 HTTP 表示，不在报文里", "HTTP tells the length on this channel, the message does not");
        }
        byte[] frame = subject.sound();
        byte[] header = Arrays.copyOf(frame, form.flag().length() + form.width());
        byte[] body = Arrays.copyOfRange(frame, header.length, frame.length + lie);
        if (lie < 0) {
            return spoiling.mustRefuse(trial, joined(header, Arrays.copyOf(body, body.length)), UNREADABLE, null);
        }
        body[body.length - 1] = ' ';
        return spoiling.mustRefuse(trial, joined(header, body), UNREADABLE, null);
    }

    private void charset(Subject subject, Spoiling spoiling) {
        trial(subject, "half-a-character", "半个多字节字符", "half of a multi-byte character", trial -> {
            byte[] sound = subject.sound();
            return spoiling.mustRefuse(trial, halved(subject, sound), NOT_ITS_CHARSET, null);
        });
        trial(subject, "another-charset-declared", "声明了另一字符集", "another charset is declared", trial -> {
            if (subject.courier().speaker().descriptor().frame() != null) {
                return Outcome.notRun("该通道不声明字符集", "this channel declares no charset");
            }
            String type = subject.agreement().framing().equals("http-form") ? "application/x-www-form-urlencoded" : "application/" + (subject.agreement().xml() ? "xml" : "json");
            return spoiling.mustRefuse(trial, subject.sound(), Map.of("content-type", type + "; charset=ISO-8859-2"), NOT_ITS_CHARSET, null);
        });
    }

    /** A lead byte with nothing behind it, inside the text; in a form as the form escapes it. */
    private static byte[] halved(Subject subject, byte[] sound) {
        boolean form = subject.agreement().framing().equals("http-form");
        Charset charset = subject.courier().speaker().descriptor().charset();
        byte[] half = form ? "%B9".getBytes(StandardCharsets.US_ASCII) : new byte[] {charset.equals(StandardCharsets.UTF_8) ? (byte) 0xe4 : (byte) 0xb9};
        int at = form ? sound.length - 12 : sound.length - 4;
        while (form && at > 0 && sound[at] != '%') {
            at--;
        }
        byte[] bytes = joined(joined(Arrays.copyOf(sound, at), half), Arrays.copyOfRange(sound, at, sound.length));
        FrameForm frame = subject.courier().speaker().descriptor().frame();
        return frame == null ? bytes : reframed(bytes, frame);
    }

    /** The header says again how long the message is. */
    static byte[] reframed(byte[] frame, FrameForm form) {
        int header = form.flag().length() + form.width();
        int counted = frame.length - switch (form.counts()) {
            case MESSAGE -> header;
            case LENGTH_AND_MESSAGE -> form.flag().length();
            case HEADER_AND_MESSAGE -> 0;
        };
        byte[] length = switch (form.written()) {
            case DIGITS_THEN_BLANKS -> String.format("%-" + form.width() + "d", counted).getBytes(StandardCharsets.US_ASCII);
            case ZEROS_THEN_DIGITS -> String.format("%0" + form.width() + "d", counted).getBytes(StandardCharsets.US_ASCII);
            case BINARY -> java.nio.ByteBuffer.allocate(8).putLong(counted).array();
        };
        byte[] framed = frame.clone();
        System.arraycopy(length, length.length - form.width(), framed, form.flag().length(), form.width());
        return framed;
    }

    private void structure(Subject subject, Spoiling spoiling) {
        trial(subject, "document-type", "DTD 与实体", "a document type with entities", trial -> {
            if (!subject.agreement().xml()) {
                return Outcome.notRun("JSON 没有 DTD", "JSON has no document types");
            }
            byte[] bytes = document(subject, text -> text.replaceFirst("^(<\\?xml[^>]*>)?", "$1" + java.util.regex.Matcher.quoteReplacement(DOCTYPE)));
            return spoiling.mustRefuse(trial, bytes, UNREADABLE, null);
        });
        trial(subject, "deep-nesting", "过深嵌套", "nested too deeply", trial -> spoiling.mustRefuse(
                trial, spoiling.changed(content -> markup.deep(content, DEEP)), EnumSet.of(FailureCode.FRAME_TOO_DEEP), null));
        trial(subject, "a-member-twice", "字段重复", "a member that appears twice", trial -> {
            String leaf = subject.agreement().places(subject.operation(), "request").stream()
                    .filter(place -> !place.their().contains("["))
                    .map(Place::leaf)
                    .findFirst()
                    .orElse("");
            return spoiling.mustRefuse(trial, spoiling.changed(content -> markup.twice(content, leaf)), TWICE, null);
        });
    }

    /** The whole document as the writer made it, changed outside the content. */
    static byte[] document(Subject subject, java.util.function.UnaryOperator<String> change) {
        Courier courier = subject.courier();
        Charset charset = courier.speaker().descriptor().charset();
        Unsigned request = courier.request(subject.message(subject.full()), subject.id(subject.full()), Subject.AT);
        String text = new String(request.signingInput(), charset);
        int start = subject.agreement().headBefore() ? text.indexOf('<') : 0;
        String head = text.substring(start, text.indexOf('>', text.startsWith("<?", start) ? text.indexOf("?>", start) + 2 : start) + 1);
        return courier.bytes(Spoilt.changed(request, charset, head, change.apply(head)));
    }

    private void signature(Subject subject, Spoiling spoiling) {
        Courier courier = subject.courier();
        trial(subject, "signature-over-other-bytes", "签名的不是这份报文", "a signature over other bytes", trial -> {
            if (!courier.signsSm2()) {
                return noSm2();
            }
            Unsigned sealed = courier.sealed(courier.request(subject.message(subject.full()), subject.id(subject.full()), Subject.AT));
            byte[] other = (new String(sealed.signingInput(), StandardCharsets.ISO_8859_1) + " ").getBytes(StandardCharsets.ISO_8859_1);
            return spoiling.mustRefuse(trial, courier.finish(sealed, other, courier.userId(courier.centreSpeaks())), SIGNATURE, null);
        });
        trial(subject, "another-user-id", "SM2 用户标识不符", "another SM2 user id", trial -> {
            if (!courier.signsSm2()) {
                return noSm2();
            }
            Unsigned sealed = courier.sealed(courier.request(subject.message(subject.full()), subject.id(subject.full()), Subject.AT));
            String other = courier.userId(courier.centreSpeaks()) + "x";
            return spoiling.mustRefuse(trial, courier.finish(sealed, sealed.signingInput(), other), SIGNATURE, null);
        });
    }

    private static Outcome noSm2() {
        return Outcome.notRun("本约定不用 SM2 签名（仅通道或其他算法）", "SM2 is not what was agreed here");
    }

    private void answers(Subject subject) {
        trial(subject, "answer-to-another-request", "答非所问", "an answer to another request", trial -> {
            Reply reply = answered(subject, content -> content, new MessageId("ANOTHER0000000001"));
            return unknown(trial, reply);
        });
        trial(subject, "a-return-code-nobody-agreed-on", "未约定的返回码", "a return code nobody agreed on", trial -> {
            Reply reply = answered(subject, content -> String.valueOf(markup.set(content, subject.agreement().returnCode(), "Z~97")), subject.id(subject.full()));
            return reply instanceof Reply.Unknown unknown && unknown.cause() == Reply.Cause.UNSEEN_CODE
                    ? new Outcome.Passed()
                    : findings.whole(trial, "未知：未约定的返回码 / unknown: a return code nobody agreed on", Said.by(reply), new byte[0], "核对 codes.yaml：未见过的返回码是未知，不是失败", "compare codes.yaml: a code nobody saw before is unknown, not a refusal");
        });
    }

    private Outcome unknown(Trial trial, Reply reply) {
        return reply.isUnknown()
                ? new Outcome.Passed()
                : findings.whole(trial, Said.outcome("Unknown"), Said.by(reply), new byte[0], "核对 wire.reply.id：应答须带请求编号", "compare wire.reply.id: an answer carries the number of its request");
    }

    /** An accepting answer, changed, as whoever sent {@code asked} reads it. */
    private static Reply answered(Subject subject, java.util.function.UnaryOperator<String> change, MessageId asked) {
        Courier courier = subject.courier();
        Framed framed = courier.open(subject.operation(), subject.sound(), Map.of());
        Reply refused = new Reply.Rejected(java.util.List.of(io.jinqiao.message.Problem.of(FailureCode.EVIDENCE_UNAVAILABLE)));
        FramedReply read = courier.openAnswer(courier.bytesOfAnswer(courier.answer(framed, refused)));
        FramedReply changed = new FramedReply(read.signType(), read.signingInput(), read.signature(), change.apply(read.payload()));
        return courier.speaker().decodeReply(subject.operation(), asked, changed);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private interface Body {
        Outcome of(Trial trial);
    }

    private void trial(Subject subject, String what, String chinese, String english, Body body) {
        Trial trial = subject.trial(Trial.Kind.HOSTILE, what, chinese, english);
        recorder.run(trial, () -> body.of(trial));
    }
}
