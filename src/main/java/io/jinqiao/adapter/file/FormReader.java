package io.jinqiao.adapter.file;

import io.jinqiao.message.Shape;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what surrounds the records of a file: name, charset, hash, completion. */
final class FormReader {
    private static final String NAME = "name";

    private final Node.Group layout;
    private final Problems problems;

    FormReader(Node.Group layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
    }

    /** @return null when something is wrong */
    @Nullable FileForm form(Grammar grammar) {
        Charset charset = charset();
        NamePattern name = name(node(layout, NAME), grammar.headShape().members());
        Node.Group complete = (Node.Group) node(layout, "complete");
        NamePattern marker = complete.get("marker") == null ? null : beside(node(complete, "marker"));
        NamePattern temporary = complete.get("temporary") == null ? null : beside(node(complete, "temporary"));
        if ((marker == null) == (temporary == null)) {
            problems.at(complete, "文件以标记文件或改名表示写完，二者取一 / a file is complete when its marker is there, or when it has its name: one of them", "marker 或 temporary / marker or temporary");
        }
        HashForm hash = layout.get("hash") instanceof Node.Group form ? hash(form, marker) : null;
        if (!problems.isEmpty() || charset == null || name == null) {
            return null;
        }
        int longest = size(String.valueOf(((Node.Group) node(layout, "records")).text("longest")));
        return new FileForm(name, charset, longest, hash, new FileForm.Completion(marker, temporary));
    }

    private static Node node(Node.Group group, String name) {
        return java.util.Objects.requireNonNull(group.get(name), name);
    }

    private @Nullable Charset charset() {
        String name = String.valueOf(layout.text("charset"));
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            problems.unknown(node(layout, "charset"), "字符集 / charset", name, List.of("UTF-8", "GBK", "GB18030"));
            return null;
        }
    }

    private @Nullable NamePattern name(Node node, Map<String, Shape> head) {
        NamePattern name = pattern(node);
        if (name != null) {
            for (String place : name.places()) {
                if (!head.containsKey(place)) {
                    problems.unknown(node, "文件名中的我方字段 / place of ours in a name", place, head.keySet());
                }
            }
        }
        return name;
    }

    /** The name of something that lies beside a file. */
    private @Nullable NamePattern beside(Node node) {
        NamePattern name = pattern(node);
        if (name != null && !name.places().equals(List.of(NAME))) {
            problems.at(node, "须含一个 {name}，且无其他占位 / it must hold {name} once, and nothing else", "例如 / such as {name}.ok");
        }
        return name;
    }

    private @Nullable NamePattern pattern(Node node) {
        try {
            return new NamePattern(((Node.Leaf) node).text());
        } catch (IllegalArgumentException e) {
            problems.at(node, "不是文件名格式 / no pattern of a name: " + e.getMessage(), "例如 / such as HF_{accountingDate:yyyyMMdd}_{fileNo}.txt");
            return null;
        }
    }

    private @Nullable HashForm hash(Node.Group form, @Nullable NamePattern marker) {
        boolean inMarker = "marker".equals(form.text("stands"));
        if (inMarker && marker == null) {
            problems.at(node(form, "stands"), "没有可写入的标记文件 / there is no marker for it to stand in", "complete: {marker: \"{name}.ok\"}");
        }
        boolean lines = "lines".equals(((Node.Group) node(layout, "records")).text("by"));
        if (!inMarker && (!lines || layout.rows("trailer").isEmpty())) {
            problems.at(node(form, "stands"), "没有可写入的尾行 / there is no trailer for it to stand in", "stands: marker");
        }
        HashForm.Algorithm algorithm = HashForm.Algorithm.valueOf(
                String.valueOf(form.text("algorithm")).toUpperCase(Locale.ROOT).replace('-', '_'));
        String signed = form.text("signed");
        if (signed != null && (!inMarker || algorithm == HashForm.Algorithm.MD5)) {
            problems.at(node(form, "signed"), "签名写在标记文件中，哈希须抗碰撞 / a signature stands in the marker, behind a hash nobody can make another file for", "stands: marker，algorithm: sm3 或 sha-256 / stands: marker, algorithm: sm3 or sha-256");
        }
        return new HashForm(algorithm, inMarker, "upper".equals(form.text("digits")), signed);
    }

    /** The schema has admitted a number and a unit. */
    private static int size(String text) {
        int unit = text.endsWith("MiB") ? 1 << 20 : text.endsWith("KiB") ? 1 << 10 : 1;
        return Integer.parseInt(text.replaceAll("[A-Za-z]+$", "")) * unit;
    }
}
