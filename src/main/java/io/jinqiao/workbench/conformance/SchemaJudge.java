package io.jinqiao.workbench.conformance;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.workbench.check.FolderSchemas;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the folder's own schema says of a content. */
final class SchemaJudge {
    private final FolderSchemas schemas;

    SchemaJudge(FolderSchemas schemas) {
        this.schemas = schemas;
    }

    /** @return null when it takes the content */
    @Nullable String against(Operation operation, String part, String content) {
        List<RuleProblem> problems = schemas.check(operation, part, content);
        return problems.isEmpty() ? null : problems.stream().map(RuleProblem::toString).collect(Collectors.joining("; "));
    }
}
