package io.jinqiao.workbench.check;

import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Source;
import java.util.List;
import java.util.Map;

/** The schemas of one folder, for contents that are no samples. Not for use by several threads. */
public final class FolderSchemas {
    private final Problems problems = new Problems();
    private final ContentSchemas schemas;
    private int checked;

    /** @param files of the folder, by path below it */
    public FolderSchemas(String partner, Map<String, Source> files) {
        this.schemas = CatalogueCheck.schemas(new Folder(partner, files), problems);
    }

    /** @return what the schema forbids in this content */
    public List<RuleProblem> check(Operation operation, String part, String content) {
        String name = operation.id() + "." + part + " (" + ++checked + ")";
        schemas.check(operation, part, name, content);
        return problems.list().stream().filter(problem -> problem.file().endsWith(name)).toList();
    }
}
