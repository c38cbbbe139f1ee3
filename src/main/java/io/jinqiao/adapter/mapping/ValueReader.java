package io.jinqiao.adapter.mapping;

import io.jinqiao.message.Shape;
import io.jinqiao.message.Words;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a line says about its value, and whether that can give the value our place wants. */
final class ValueReader {
    private final CodeTables codes;
    private final String money;
    private final @org.jspecify.annotations.Nullable Charset columns;
    private final Problems problems;

    /** @param columns charset in which the widths of columns are counted; null where there are none */
    ValueReader(CodeTables codes, String money, @org.jspecify.annotations.Nullable Charset columns, Problems problems) {
        this.codes = codes;
        this.money = money;
        this.columns = columns;
        this.problems = problems;
    }

    Value read(Node.Group row, Shape.Leaf leaf) {
        List<Conversion> conversions = conversions(row, leaf);
        CodeTable table = table(row, leaf);
        if (table != null) {
            conversions.add(table);
        }
        Kind kind = kind(row);
        if (kind == Kind.BOOLEAN && leaf.type() != Shape.Type.FLAG) {
            problems.at(row, "boolean 只能对应是否型字段 / a boolean can only be a flag", "kind: string 或 number / kind: string or number");
        }
        return new Value(kind, length(row), texts(row, "absent"), conversions.toArray(Conversion[]::new));
    }

    static List<String> texts(Node.Group row, String name) {
        return row.rows(name).stream().map(node -> ((Node.Leaf) node).text()).toList();
    }

    static Kind kind(Node.Group row) {
        String word = row.text("kind");
        return word == null ? Kind.STRING : Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private List<Conversion> conversions(Node.Group row, Shape.Leaf leaf) {
        List<Conversion> conversions = new ArrayList<>();
        Node as = row.get("as");
        for (Node node : as instanceof Node.Rows several ? several.rows() : as == null ? List.<Node>of() : List.of(as)) {
            String name = ((Node.Leaf) node).text();
            try {
                conversions.add(Conversions.named(name));
                requireUnit(node, name, row);
            } catch (IllegalArgumentException e) {
                problems.at(node, "未知的转换 / unknown conversion \"" + name + "\": " + e.getMessage(), "已知 / known: " + String.join(", ", Conversions.KNOWN));
            }
        }
        boolean gives = kind(row) == Kind.BOOLEAN
                || conversions.stream().anyMatch(c -> c instanceof MoneyText || c instanceof DateText || c instanceof InstantText || c instanceof IsoInstant || c instanceof FlagText)
                        && conversions.stream().anyMatch(c -> Conversions.gives(c, leaf.type()));
        boolean needs = leaf.type() == Shape.Type.MONEY
                || leaf.type() == Shape.Type.DATE
                || leaf.type() == Shape.Type.INSTANT
                || leaf.type() == Shape.Type.FLAG;
        if (needs && !gives) {
            problems.at(as == null ? row : as, "我方字段是" + Words.side(word(leaf.type()), Locale.CHINESE) + " / our place wants " + Words.side(word(leaf.type()), Locale.ENGLISH), "as: " + hint(leaf.type()));
        }
        return conversions;
    }

    private void requireUnit(Node node, String name, Node.Group row) {
        if (!money.isEmpty() && name.startsWith("money:") && !name.equals("money:" + money) && row.text("remark") == null) {
            problems.at(node, "该合作方的金额单位是 " + money + " / amounts of this partner are in " + money, "as: money:" + money + "，或用 remark 说明原因 / as: money:" + money + ", or a remark that says why");
        }
    }

    private @org.jspecify.annotations.Nullable CodeTable table(Node.Group row, Shape.Leaf leaf) {
        String name = row.text("codes");
        if (name == null) {
            if (leaf.type() == Shape.Type.WORD) {
                problems.at(row, "我方字段须为下列词之一 / our place wants one of the words " + leaf.words(), "codes: 写 code-tables.yaml 中的表 / codes: a table of code-tables.yaml");
            }
            return null;
        }
        CodeTable table = codes.table(name);
        Node node = java.util.Objects.requireNonNull(row.get("codes"));
        if (table == null) {
            problems.unknown(node, "代码表 / code table", name, codes.names());
            return null;
        }
        if (leaf.type() == Shape.Type.WORD) {
            requireWords(node, name, table, leaf);
        }
        return table;
    }

    private void requireWords(Node node, String name, CodeTable table, Shape.Leaf leaf) {
        for (String word : table.words()) {
            if (!leaf.words().contains(word)) {
                problems.unknown(node, "代码表 " + name + " 中的词 / word in code table " + name, word, leaf.words());
            }
        }
        for (String word : leaf.words()) {
            if (!table.words().contains(word)) {
                problems.at(node, "代码表没有此词的代码 / code table " + name + " has no code for \"" + word + "\"", null);
            }
        }
    }

    private Length length(Node.Group row) {
        boolean cut = "true".equals(row.text("cut"));
        String bytes = row.text("bytes");
        if (bytes != null) {
            String charset = bytes.substring(0, bytes.indexOf(':'));
            try {
                return new Length(Integer.parseInt(bytes.substring(charset.length() + 1)), Charset.forName(charset), cut);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                problems.unknown(
                        java.util.Objects.requireNonNull(row.get("bytes")), "字符集 / charset", charset, List.of("UTF-8", "GBK", "GB18030"));
            }
        }
        String width = row.text("width");
        if (width != null && columns != null) {
            return new Length(Integer.parseInt(width), columns, cut);
        }
        String max = row.text("max");
        return max == null ? Length.ANY : new Length(Integer.parseInt(max), null, cut);
    }

    private static String word(Shape.Type type) {
        return switch (type) {
            case MONEY -> "金额 / an amount";
            case DATE -> "日期 / a date";
            case INSTANT -> "时刻 / an instant";
            default -> "是否 / a flag";
        };
    }

    private static String hint(Shape.Type type) {
        return switch (type) {
            case MONEY -> "money:…";
            case DATE -> "date:yyyyMMdd";
            case INSTANT -> "instant:yyyyMMddHHmmss@Asia/Shanghai";
            default -> "flag:1/0";
        };
    }
}
