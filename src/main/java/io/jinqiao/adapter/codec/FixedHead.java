package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.WireForm.FixedHeadForm;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A head of fixed length: mark, sender (14), receiver (14), time (14), type (4), number (16), reserved part, end.
 *
 * @param number yyyyMMdd and eight digits
 */
record FixedHead(String sender, String receiver, Instant time, String type, String number) {
    static final int NUMBER_AT = 46;
    private static final int NUMBER = 16;
    private static final int ORGANISATION = 14;
    private static final int DAY = 8;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT).withZone(ZONE);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{16}");
    private static final Pattern TYPES = Pattern.compile("[A-Z0-9]{4}");

    static int length(FixedHeadForm form) {
        return form.mark().length() + NUMBER_AT + NUMBER + tail(form).length();
    }

    private static String tail(FixedHeadForm form) {
        return "0".repeat(form.reserved()) + (form.lineEnd() ? "\r\n" : "");
    }

    String write(FixedHeadForm form) {
        return form.mark() + sender + receiver + TIME.format(time) + type + number + tail(form);
    }

    /**
     * @param text as long as {@link #length} says
     * @throws Refusal when it is in another form, which is that of a head of another length, too
     */
    static FixedHead read(String text, FixedHeadForm form) {
        require(text.startsWith(form.mark()), "begins with " + form.mark());
        require(text.endsWith(tail(form)), form.reserved() + " zeros" + (form.lineEnd() ? " and a line end" : "") + " at character " + (length(form) - tail(form).length() + 1));
        String rest = text.substring(form.mark().length());
        int at = 2 * ORGANISATION;
        String type = rest.substring(NUMBER_AT - 4, NUMBER_AT);
        String number = rest.substring(NUMBER_AT, NUMBER_AT + NUMBER);
        require(TYPES.matcher(type).matches(), "a type of four letters or digits");
        require(NUMBERS.matcher(number).matches() && aDay(number.substring(0, DAY)), "a number of a day and eight digits");
        return new FixedHead(rest.substring(0, ORGANISATION), rest.substring(ORGANISATION, at), time(rest.substring(at, NUMBER_AT - 4)), type, number);
    }

    private static Instant time(String text) {
        try {
            return Instant.from(TIME.parse(text));
        } catch (DateTimeParseException e) {
            throw unreadable("a time");
        }
    }

    private static boolean aDay(String text) {
        try {
            LocalDate.parse(text, DATE);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** @throws Refusal when it goes from somebody else, or to */
    void requireBetween(String from, String to) {
        require(sender.equals(from), "sender " + from);
        require(receiver.equals(to), "receiver " + to);
    }

    static void require(boolean so, String expected) {
        if (!so) {
            throw unreadable(expected);
        }
    }

    private static Refusal unreadable(String expected) {
        return new Refusal(new Problem(FailureCode.FRAME_UNREADABLE, null, "head", List.of("报文头 / head: " + expected + " expected")));
    }
}
