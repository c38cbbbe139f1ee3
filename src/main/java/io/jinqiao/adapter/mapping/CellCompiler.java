package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Money;
import io.jinqiao.message.RowPlaces;
import io.jinqiao.message.Shape;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which way a line of a table is read straight from bytes; what is not foreseen here is read the long way. */
final class CellCompiler {
    private final RowPlaces places;
    private final Charset charset;

    CellCompiler(RowPlaces places, Charset charset) {
        this.places = places;
        this.charset = charset;
    }

    ByteCell cell(Line line) {
        if (line instanceof Line.Constant constant) {
            return !constant.alsoRead().isEmpty() ? new ByteCell.NeverSure() : new ByteCell.Same(constant.text().getBytes(charset));
        }
        if (line instanceof Line.Field field) {
            int place = places.of(String.join(".", field.our()));
            return field(place, places.leaf(place), field.value());
        }
        return line instanceof Line.Ignored ? new ByteCell.Ignored() : new ByteCell.NeverSure();
    }

    private ByteCell field(int place, Shape.Leaf leaf, Value value) {
        List<Conversion> conversions = List.of(value.conversions());
        if (value.kind() != Kind.STRING || !value.absent().isEmpty() || conversions.size() > 1) {
            return new ByteCell.NeverSure();
        }
        Conversion only = conversions.isEmpty() ? null : conversions.get(0);
        return switch (leaf.type()) {
            case MONEY -> only instanceof MoneyText money
                    ? new ByteCell.Amount(
                            place, money.shift(), money.decimals(), longest(value, ByteCell.Amount.LONGEST - money.shift()), Money.MAX_FEN)
                    : new ByteCell.NeverSure();
            case DATE -> only instanceof DateText date && date.pattern().length() <= value.length().max()
                    ? day(place, date)
                    : new ByteCell.NeverSure();
            case NUMBER -> only == null || only instanceof DigitsText
                    ? new ByteCell.Whole(place, longest(value, ByteCell.Whole.LONGEST), leaf.max())
                    : new ByteCell.NeverSure();
            case WORD -> only instanceof CodeTable table
                    ? word(place, longest(value, ByteCell.Word.LONGEST), leaf, table)
                    : new ByteCell.NeverSure();
            case TEXT -> only == null || only instanceof DigitsText
                    ? text(place, leaf, value.length(), only != null)
                    : new ByteCell.NeverSure();
            default -> new ByteCell.NeverSure();
        };
    }

    /** Digits and codes have as many characters as bytes, so both kinds of limit are one. */
    private static int longest(Value value, int atMost) {
        return Math.min(value.length().max(), atMost);
    }

    private static ByteCell day(int place, DateText date) {
        return switch (date.pattern()) {
            case "yyyyMMdd" -> new ByteCell.Day(place, 0);
            case "yyyy-MM-dd" -> new ByteCell.Day(place, 1);
            default -> new ByteCell.NeverSure();
        };
    }

    private static ByteCell word(int place, int longest, Shape.Leaf leaf, CodeTable table) {
        List<String> codes = table.codes().stream()
                .filter(code -> code.length() <= ByteCell.Word.LONGEST && code.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .toList();
        long[] packed = new long[codes.size()];
        int[] words = new int[codes.size()];
        for (int i = 0; i < words.length; i++) {
            byte[] code = codes.get(i).getBytes(StandardCharsets.US_ASCII);
            packed[i] = ByteCell.Word.packed(code, 0, code.length);
            words[i] = leaf.words().indexOf(table.toOurs(codes.get(i)));
        }
        return new ByteCell.Word(place, longest, packed, words);
    }

    /** A limit in bytes of another charset is surely kept by a quarter of them: no charset needs more than four for a character. */
    private ByteCell text(int place, Shape.Leaf leaf, Length length, boolean digits) {
        int most = Integer.MAX_VALUE;
        int mostChars = leaf.max();
        if (length.charset() == null) {
            mostChars = Math.min(mostChars, length.max());
        } else if (length.charset().equals(charset)) {
            most = length.max();
        } else {
            mostChars = Math.min(mostChars, length.max() / 4);
        }
        return new ByteCell.Plain(place, most, mostChars, digits);
    }
}
