package io.jinqiao.adapter.mapping;

import java.time.DateTimeException;
import java.util.List;

/** The named conversions a mapping table may use. */
public final class Conversions {
    /** How each is written, for whoever wrote something else. */
    public static final List<String> KNOWN = List.of(
            "money:fen",
            "money:yuan-2",
            "money:wan-yuan-4",
            "date:<pattern>",
            "instant:<pattern>@<zone>",
            "instant:iso@<zone>",
            "flag:<yes>/<no>",
            "digits",
            "decimal:<places>",
            "base64",
            "hex:upper",
            "pad-left:<character>:<length>",
            "pad-right:<character>:<length>");

    private Conversions() {}

    /** @throws IllegalArgumentException when there is no such conversion or its argument is wrong */
    public static Conversion named(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String argument = colon < 0 ? "" : text.substring(colon + 1);
        try {
            return switch (name) {
                case "money" -> MoneyText.of(argument);
                case "date" -> DateText.of(argument);
                case "instant" -> InstantText.of(argument);
                case "flag" -> FlagText.of(argument);
                case "digits" -> DigitsText.of(argument);
                case "decimal" -> DecimalText.of(argument);
                case "base64" -> Base64Text.of(argument);
                case "hex" -> HexText.of(argument);
                case "pad-left" -> Padding.left(argument);
                case "pad-right" -> Padding.right(argument);
                default -> throw new IllegalArgumentException("没有这个转换 / no conversion of this name");
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Whether the conversion gives a canonical amount, date, instant or flag. */
    static boolean gives(Conversion conversion, io.jinqiao.message.Shape.Type type) {
        return switch (type) {
            case MONEY -> conversion instanceof MoneyText;
            case DATE -> conversion instanceof DateText;
            case INSTANT -> conversion instanceof InstantText || conversion instanceof IsoInstant;
            case FLAG -> conversion instanceof FlagText;
            default -> true;
        };
    }
}
