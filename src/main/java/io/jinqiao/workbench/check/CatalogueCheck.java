package io.jinqiao.workbench.check;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.rulebook.UnreadRules;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything {@code check} can find. What the start of the gateway checks too comes from {@link Folders}; the rest is done here. */
public final class CatalogueCheck {
    private final Folders folders;
    private final RoutesThere routes;
    private final Sources sources;
    private final Clock clock;

    public CatalogueCheck(Sources sources, Clock clock) {
        this.folders = new Folders(sources);
        this.routes = new RoutesThere(sources);
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * @param checked what was looked at, in words, by partner
     * @param notInService by partner: operations that are agreed but refused for now, and why; no problem of a folder
     * @param known every partner there is a folder of
     */
    public record Report(
            Map<String, String> checked, Map<String, List<String>> notInService, Set<String> known, List<RuleProblem> problems) {}

    /** @param only null: every partner */
    public Report run(@Nullable String only) {
        Folders.Read read = folders.read(Placeholders::defaults, clock);
        Problems problems = new Problems();
        read.problems().stream().filter(p -> only == null || p.file().startsWith("adapters/" + only + "/")).forEach(problems::add);
        if (only == null) {
            UnreadRules.problems(sources, Set.of()).forEach(problems::add);
        }
        Map<String, String> checked = new TreeMap<>();
        Map<String, List<String>> notInService = new TreeMap<>();
        for (String partner : folders.partners()) {
            if (only == null || only.equals(partner)) {
                Dialect dialect = read.dialects().get(partner);
                checked.put(partner, folder(partner, dialect, read.files().getOrDefault(partner, Map.of()), problems));
                notInService.put(partner, dialect == null ? List.of() : routes.notInService(dialect.descriptor()));
            }
        }
        return new Report(checked, notInService, folders.partners(), problems.list());
    }

    private String folder(String partner, @Nullable Dialect dialect, Map<FileKind, FileExchange> layouts, Problems problems) {
        Folder folder = new Folder(partner, folders.files(partner));
        if (!folder.has("README.md")) {
            problems.file(folder.name("README.md"), "the file is missing", "say where the specification is from, and what deviates");
        }
        int open = OpenMarks.tell(folder, problems);
        ContentSchemas schemas = schemas(folder, problems);
        if (dialect == null) {
            return "samples and stubs not checked before the rest is right / 其余改正前不检查样例和桩";
        }
        schemas.compareWithTables(dialect.descriptor().operations().keySet());
        int samples = new SampleCheck(folder, dialect, schemas, problems).run();
        int stubs = new StubCheck(folder, dialect, problems).run();
        int stored = new FileSampleCheck(folder, layouts, problems).run();
        return dialect.descriptor().operations().size() + " operations, " + samples + " samples, " + stubs + " stubs"
                + (layouts.isEmpty() ? "" : ", " + stored + " file samples")
                + (open == 0 ? "" : ", " + open + " open line(s) / " + open + " 行未决");
    }

    static ContentSchemas schemas(Folder folder, Problems problems) {
        Source adapter = folder.find("adapter.yaml");
        try {
            Node wire = adapter == null ? null : Document.read(adapter).group().get("wire");
            if (wire instanceof Node.Group form && "xml".equals(form.text("encoding"))) {
                String content = form.get("reply") instanceof Node.Group reply ? reply.text("payload") : null;
                return new XmlSchemas(folder, content == null ? "" : content, problems);
            }
        } catch (RulebookException e) {
            // told already by whoever read it first
        }
        return new Schemas(folder, problems);
    }
}
