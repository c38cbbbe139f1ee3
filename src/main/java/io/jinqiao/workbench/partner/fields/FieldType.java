package io.jinqiao.workbench.partner.fields;

import io.jinqiao.message.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a bank calls the kinds of its fields. */
enum FieldType {
    TEXT("string", "str", "char", "varchar", "varchar2", "c", "s", "x", "an", "ans", "text", "base64", "字符", "字符串", "字符型", "文本"),
    NUMBER("number", "int", "integer", "long", "n", "num", "numeric", "数字", "数值", "整数", "整型", "数字型"),
    AMOUNT("amount", "decimal", "money", "d", "double", "金额", "小数"),
    DATE("date", "日期"),
    TIME("datetime", "timestamp", "time", "时间", "日期时间", "时间戳"),
    CODE("code", "enum", "枚举", "代码", "字典"),
    FLAG("boolean", "bool", "flag", "标志", "布尔"),
    LIST("list", "array", "循环", "列表", "数组", "循环体"),
    GROUP("object", "group", "struct", "对象", "组", "结构");

    private final List<String> words;

    FieldType(String... words) {
        this.words = List.of(words);
    }

    static Optional<FieldType> of(String word) {
        return Arrays.stream(values()).filter(t -> t.words.contains(word.toLowerCase(Locale.ROOT))).findFirst();
    }

    static List<String> known() {
        return Arrays.stream(values()).map(t -> t.words.get(0)).toList();
    }

    /** Whether such a field can carry such a place of ours; banks write anything as text. */
    boolean fits(Shape shape) {
        if (!(shape instanceof Shape.Leaf leaf)) {
            return this == LIST;
        }
        Shape.Type type = leaf.type();
        return switch (this) {
            case TEXT -> true;
            case NUMBER -> type != Shape.Type.DATE && type != Shape.Type.INSTANT;
            case AMOUNT -> type == Shape.Type.MONEY || type == Shape.Type.VALUE;
            case DATE -> type == Shape.Type.DATE;
            case TIME -> type == Shape.Type.INSTANT;
            case CODE -> type == Shape.Type.WORD || type == Shape.Type.FLAG || type == Shape.Type.TEXT;
            case FLAG -> type == Shape.Type.FLAG;
            case LIST, GROUP -> false;
        };
    }
}
