package io.jinqiao.workbench.partner.fields;

import io.jinqiao.message.Shape;

/**
 * What a line says about its value: the bank's type and length, and where they are silent the words of the bank whose wire is alike.
 *
 * @param json whether numbers and flags have a kind of their own on the wire
 * @param charset in which lengths in bytes count
 */
record ValueWords(boolean json, String charset) {

    /** A word of ours needs a code table, and only the model's folder has one for it. */
    boolean canSay(Place place) {
        return !(place.shape() instanceof Shape.Leaf leaf) || leaf.type() != Shape.Type.WORD || place.model() != null;
    }

    LineText line(BankField field, String their, Place place) {
        LineText line = new LineText().put("our", place.our()).put("their", their).put("title", field.title()).put("remark", field.remark());
        Shape.Leaf leaf = (Shape.Leaf) place.shape();
        String as = conversion(field, leaf, place);
        line.put("as", as).put("codes", model(place, "codes"));
        if (as.startsWith("money:") && !as.equals(model(place, "as")) && field.remark().isEmpty()) {
            line.put("remark", "unit by their field table");
        }
        if (json && (field.type() == FieldType.NUMBER || field.type() == FieldType.AMOUNT)) {
            line.put("kind", "number");
        }
        if (field.length() > 0 && (leaf.type() == Shape.Type.TEXT || leaf.type() == Shape.Type.VALUE) && !as.startsWith("decimal") && !as.equals("base64")) {
            length(line, field);
        }
        return field.required().yes() ? line.bare("required", true) : line;
    }

    private void length(LineText line, BankField field) {
        if (field.bytes()) {
            line.put("bytes", charset + ":" + field.length());
        } else {
            line.bare("max", field.length());
        }
    }

    /** What the table leaves unsaid about a value that is otherwise matched; empty: nothing. */
    String doubt(BankField field, Place place) {
        String value = value(field, place);
        String unclear = unclear(field);
        return value.isEmpty() ? unclear : unclear.isEmpty() ? value : value + " " + unclear;
    }

    /** What they say of the need for a field and nobody understands; empty: nothing. */
    static String unclear(BankField field) {
        String word = field.required().unclear();
        return word.isEmpty() ? "" : "required says \"" + word + "\": when is it needed?";
    }

    private String value(BankField field, Place place) {
        Shape.Leaf leaf = (Shape.Leaf) place.shape();
        if (leaf.type() == Shape.Type.MONEY && field.type() == FieldType.NUMBER && unit(field).isEmpty()) {
            return "in fen or in yuan?";
        }
        if (leaf.type() == Shape.Type.WORD) {
            return "are their codes those of " + model(place, "codes") + "?";
        }
        return field.required().yes() || !field.required().unclear().isEmpty() || !leaf.required() ? "" : "optional with them, but our message needs it";
    }

    /** A line for what nothing of theirs matched, after the model's. */
    LineText needed(Place place, String their) {
        if (place.model() != null) {
            return LineText.of(place.model()).put("their", their);
        }
        LineText line = new LineText().put("our", place.our()).put("their", their).put("as", usual((Shape.Leaf) place.shape()));
        return line.bare("required", true);
    }

    private static String conversion(BankField field, Shape.Leaf leaf, Place place) {
        String own = switch (leaf.type()) {
            case MONEY -> unit(field).isEmpty() && field.type() == FieldType.AMOUNT ? "money:yuan-2" : unit(field);
            case DATE -> field.length() == 8 ? "date:yyyyMMdd" : field.length() == 10 ? "date:yyyy-MM-dd" : "";
            case INSTANT -> field.length() == 14 ? "instant:yyyyMMddHHmmss@Asia/Shanghai" : field.length() == 19 ? "instant:yyyy-MM-dd HH:mm:ss@Asia/Shanghai" : "";
            default -> "";
        };
        String model = model(place, "as");
        return own.isEmpty() ? model.isEmpty() ? usual(leaf) : model : own;
    }

    private static String unit(BankField field) {
        String said = field.title() + field.remark();
        return said.contains("万元") ? "money:wan-yuan-4" : said.matches("(?s).*(单位.?分|[(（]分[)）]|\\bfen\\b).*") ? "money:fen" : said.contains("元") ? "money:yuan-2" : "";
    }

    private static String usual(Shape.Leaf leaf) {
        return switch (leaf.type()) {
            case MONEY -> "money:yuan-2";
            case DATE -> "date:yyyyMMdd";
            case INSTANT -> "instant:yyyyMMddHHmmss@Asia/Shanghai";
            case FLAG -> "flag:1/0";
            case NUMBER -> "digits";
            default -> "";
        };
    }

    private static String model(Place place, String word) {
        String text = place.model() == null ? null : place.model().text(word);
        return text == null ? "" : text;
    }
}
