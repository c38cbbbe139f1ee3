package io.jinqiao.workbench.partner;

import io.jinqiao.message.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a bank's table of fields left open, as a list to send to them. */
final class OpenFields {
    private OpenFields() {}

    /** @param left samples that could not be written in the new spelling */
    static String of(Path table, Map<Operation, List<String>> questions, List<String> left) {
        StringBuilder text = new StringBuilder("\n## Open fields / 未决字段\n\nThe tables of " + words(questions) + " were made from `" + table.getFileName()
                + "`; the others are still the model's. Each open line is marked `# OPEN:` in `mapping/`, and `check` counts them.\n"
                + "上述业务的映射由字段表生成，其余仍为样板行的约定；未决行在 `mapping/` 中标有 `# OPEN:`，`check` 会逐一报告。\n");
        questions.forEach((operation, open) -> {
            text.append("\n### ").append(operation.id()).append("\n\n");
            open.forEach(question -> text.append("- [ ] ").append(question).append('\n'));
            text.append(open.isEmpty() ? "Nothing is open. / 无未决。\n" : "");
        });
        if (!left.isEmpty()) {
            text.append("\nSamples that were left out, ask for theirs / 未生成的样例，请对方提供: ").append(String.join(", ", left)).append('\n');
        }
        return text.toString();
    }

    private static String words(Map<Operation, List<String>> questions) {
        return questions.keySet().stream().map(Operation::id).collect(Collectors.joining(", "));
    }
}
