package io.jinqiao.workbench.check;

import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import java.util.List;
import java.util.Objects;

/** Lines somebody marked {@code # OPEN: …}: the folder can be used with them, but nobody may forget them. */
final class OpenMarks {
    private static final String MARK = "# OPEN: ";

    private OpenMarks() {}

    /** @return how many there are */
    static int tell(Folder folder, Problems problems) {
        int marks = 0;
        for (String path : folder.list("mapping/", ".yaml")) {
            List<String> lines = Objects.requireNonNull(folder.find(path)).text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                int at = lines.get(i).indexOf(MARK);
                if (at >= 0) {
                    marks++;
                    problems.add(new RuleProblem(
                            folder.name(path), i + 1, at + 1, "", "未决 / open: " + lines.get(i).substring(at + MARK.length()),
                            "ask the bank, mend the line, take the mark away / 询问银行，改正此行后删除标记"));
                }
            }
        }
        return marks;
    }
}
