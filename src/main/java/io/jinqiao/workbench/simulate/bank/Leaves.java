package io.jinqiao.workbench.simulate.bank;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Base64;
import java.util.Map;

/** One value between the bank's writing and the canonical texts of a message. */
record Leaves(Manner manner, boolean answer) {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final Charset GB18030 = Charset.forName("GB18030");

    String toWire(Item.Leaf item, String ours) {
        return switch (item.kind()) {
            case YUAN -> new BigDecimal(ours).movePointLeft(2).setScale(2).toPlainString();
            case DAY -> LocalDate.parse(ours).format(form("yyyyMMdd"));
            case SIGNED_DAY -> LocalDate.parse(ours).format(form(manner.signedDay()));
            case TIME -> Instant.parse(ours).atZone(BEIJING).format(form(manner.time(answer)));
            case FLAG -> ours.equals("true") ? manner.yes() : manner.no();
            case FOUR_DECIMALS -> new BigDecimal(ours).setScale(4).toPlainString();
            case FIVE_DECIMALS -> new BigDecimal(ours).setScale(5).toPlainString();
            case CODE -> codes(item).getOrDefault(ours, ours);
            default -> ours;
        };
    }

    /** @throws IllegalArgumentException in the bank's words */
    String fromWire(Item.Leaf item, String theirs) {
        int length = manner.byteLengths() ? theirs.getBytes(GB18030).length : theirs.codePointCount(0, theirs.length());
        if (item.most() > 0 && length > item.most()) {
            throw new IllegalArgumentException("长度 " + length + " 超过 " + item.most() + " / too long");
        }
        return switch (item.kind()) {
            case TEXT -> theirs;
            case DIGITS, NUMBER -> matching(theirs, "\\d+", "digits");
            case DECIMAL -> matching(theirs, "\\d+\\.\\d{2}", "two decimals");
            case FOUR_DECIMALS -> matching(theirs, "\\d+\\.\\d{4}", "four decimals");
            case FIVE_DECIMALS -> matching(theirs, "\\d+\\.\\d{5}", "five decimals");
            case YUAN -> new BigDecimal(matching(theirs, "(0|[1-9]\\d*)\\.\\d{2}", "yuan with two decimals"))
                    .movePointRight(2)
                    .toBigIntegerExact()
                    .toString();
            case BASE64 -> base64(theirs);
            case CODE -> word(item, theirs);
            case FLAG -> flag(theirs);
            case DAY -> day(theirs, "yyyyMMdd");
            case SIGNED_DAY -> day(theirs, manner.signedDay());
            case TIME -> time(theirs);
        };
    }

    private static String matching(String text, String pattern, String words) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("格式不符，应为 " + words + " / wrong form, expected " + words);
        }
        return text;
    }

    private static String base64(String text) {
        Base64.getDecoder().decode(text);
        return text;
    }

    private String flag(String text) {
        if (!text.equals(manner.yes()) && !text.equals(manner.no())) {
            throw new IllegalArgumentException("应为 " + manner.yes() + " 或 " + manner.no() + " / expected one of the two");
        }
        return String.valueOf(text.equals(manner.yes()));
    }

    private String word(Item.Leaf item, String code) {
        return codes(item).entrySet().stream()
                .filter(e -> e.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("代码不在代码表 " + item.codes() + " / no such code"));
    }

    private Map<String, String> codes(Item.Leaf item) {
        return java.util.Objects.requireNonNull(manner.codes().get(item.codes()), item.codes());
    }

    private static String day(String text, String pattern) {
        try {
            return LocalDate.parse(text, form(pattern)).toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("日期应为 " + pattern + " / no such day", e);
        }
    }

    private String time(String text) {
        try {
            return LocalDateTime.parse(text, form(manner.time(answer))).atZone(BEIJING).toInstant().toString();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("时间应为 " + manner.time(answer) + " / no such time", e);
        }
    }

    /** Strict: the 30th of February is no day. */
    static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu")).withResolverStyle(ResolverStyle.STRICT);
    }

    static String now(String pattern, Instant at) {
        return at.atZone(BEIJING).format(form(pattern));
    }

    static Instant instant(String text, String pattern) {
        return LocalDateTime.parse(text, form(pattern)).atZone(BEIJING).toInstant();
    }
}
