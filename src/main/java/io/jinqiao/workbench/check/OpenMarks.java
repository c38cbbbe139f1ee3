package io.jinqiao.workbench.check;

import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines somebody marked {@code # OPEN: …}: the folder can be used with them, but nobody may forget them. */
public final class OpenMarks {
    private static final Pattern MARK = Pattern.compile("#\\s*OPEN\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);

    private OpenMarks() {}

    /**
     * Every one of them, in files that are read by machines.
     *
     * @param files of the partner's folder, by path below it
     */
    public static List<RuleProblem> in(String partner, Map<String, Source> files) {
        List<RuleProblem> marks = new ArrayList<>();
        new TreeMap<>(files).forEach((path, source) -> {
            if (path.endsWith(".yaml")) {
                marks(new Folder(partner, files).name(path), source, marks);
            }
        });
        return marks;
    }

    private static void marks(String name, Source source, List<RuleProblem> marks) {
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i));
            if (mark.find()) {
                marks.add(new RuleProblem(
                        name, i + 1, mark.start() + 1, "", "未决 / open: " + mark.group(1),
                        "询问银行，改正此行后删除标记 / ask the bank, mend the line, take the mark away"));
            }
        }
    }
}
