package io.jinqiao.workbench.check;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.rulebook.UnreadRules;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything {@code check} can find. What the start of the gateway checks too comes from {@link Folders}; the rest is done here. */
public final class CatalogueCheck {
    private static final List<String> TEST_DATA = List.of("testdata.example.yaml", "testdata.yaml");

    private final Folders folders;
    private final Schema testData;
    private final RoutesThere routes;
    private final Sources sources;
    private final Clock clock;

    public CatalogueCheck(Sources sources, Clock clock) {
        this.folders = new Folders(sources);
        this.testData = Schema.of(sources.get("adapters/_schema/testdata.schema.json"));
        this.routes = new RoutesThere(sources);
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * @param checked what was looked at, in words, by partner
     * @param notInService by partner: operations that are agreed but refused for now, and why; no problem of a folder
     * @param registries those of the checked that take applications for registration
     * @param known every partner there is a folder of
     */
    public record Report(
            Map<String, String> checked,
            Map<String, List<RoutesThere.Missing>> notInService,
            List<String> registries,
            Set<String> known,
            List<RuleProblem> problems) {}

    /** @param only null: every partner */
    public Report run(@Nullable String only) {
        Folders.Read read = folders.read(Placeholders::defaults, clock);
        Problems problems = new Problems();
        read.problems().stream().filter(p -> only == null || p.file().startsWith("adapters/" + only + "/")).forEach(problems::add);
        if (only == null) {
            UnreadRules.problems(sources, Set.of()).forEach(problems::add);
        }
        Map<String, String> checked = new TreeMap<>();
        Map<String, List<RoutesThere.Missing>> notInService = new TreeMap<>();
        for (String partner : folders.partners()) {
            if (only == null || only.equals(partner)) {
                Dialect dialect = read.dialects().get(partner);
                checked.put(partner, folder(partner, dialect, read.files().getOrDefault(partner, Map.of()), problems));
                notInService.put(partner, dialect == null ? List.of() : routes.notInService(dialect.descriptor()));
            }
        }
        List<String> registries = checked.keySet().stream()
                .filter(partner -> read.dialects().containsKey(partner))
                .filter(partner -> read.dialects().get(partner).descriptor().operation(Operation.REGISTRATION_APPLICATION).map(OperationRule::enabled).orElse(false))
                .toList();
        return new Report(checked, notInService, registries, folders.partners(), problems.list());
    }

    private String folder(String partner, @Nullable Dialect dialect, Map<FileKind, FileExchange> layouts, Problems problems) {
        Folder folder = new Folder(partner, folders.files(partner));
        if (!folder.has("README.md")) {
            problems.file(folder.name("README.md"), "文件缺失 / the file is missing", "说明规范来源与差异 / say where the specification is from, and what deviates");
        }
        Texts.check(folder, problems);
        List<RuleProblem> open = OpenMarks.in(partner, folder.files());
        open.forEach(problems::add);
        ContentSchemas schemas = schemas(folder, problems);
        Set<Operation> agreed = dialect == null ? folder.operations() : dialect.descriptor().operations().keySet();
        if (!agreed.isEmpty()) { // else nobody knows what was agreed, and why is told already
            schemas.compareWithTables(agreed);
        }
        testData(folder, agreed, problems);
        if (dialect == null) {
            Texts.checkCharset(folder, problems);
            return "未读样例和桩，其余改正后再查 / samples and stubs are read when the rest is right";
        }
        int samples = new SampleCheck(folder, dialect, schemas, problems).run();
        int stubs = new StubCheck(folder, dialect, problems).run();
        int stored = new FileSampleCheck(folder, layouts, problems).run();
        return agreed.size() + " operations, " + samples + " samples, " + stubs + " stubs"
                + (layouts.isEmpty() ? "" : ", " + stored + " file samples") + " / 业务、样例、桩" + (layouts.isEmpty() ? "" : "、文件样例")
                + (open.isEmpty() ? "" : ", " + open.size() + " open line(s) / " + open.size() + " 行未决");
    }

    private void testData(Folder folder, Set<Operation> agreed, Problems problems) {
        for (String path : TEST_DATA) {
            Source file = folder.find(path);
            if (file != null) {
                problems.collect(() -> TestData.read(file, testData, agreed.isEmpty() ? EnumSet.allOf(Operation.class) : agreed));
            }
        }
    }

    /** Where a document is its own content, the texts of the envelope stand in it. */
    private static Set<String> envelope(Node.Group wire) {
        String head = wire.get("document") instanceof Node.Group document ? document.text("head") : null;
        Set<String> names = new java.util.HashSet<>();
        if (head != null && wire.get("fixed-head") != null) {
            names.add(head);
            if (wire.get("request") instanceof Node.Group request && request.get("constants") instanceof Node.Group constants) {
                names.addAll(constants.members().keySet());
            }
        } else if (head != null && wire.get("request") instanceof Node.Group request) {
            names.add(String.valueOf(request.text("payload")));
            for (String of : List.of("id", "time", "signature", "operation")) {
                names.add(head + "." + request.text(of));
            }
            if (request.get("constants") instanceof Node.Group constants) {
                constants.members().keySet().forEach(name -> names.add(head + "." + name));
            }
        }
        return names;
    }

    /** Where code and texts of an answer stand beside an operation's own content. */
    private static Set<String> replyEnvelope(Node.Group wire) {
        Set<String> names = new java.util.HashSet<>();
        if (wire.get("fixed-head") != null && wire.get("reply") instanceof Node.Group reply && reply.get("problems") instanceof Node.Group problems) {
            String content = reply.text("payload") + ".";
            List.of("code", "text").forEach(of -> names.add(String.valueOf(reply.text(of)).replace(content, "")));
            String list = String.valueOf(problems.text("list")).replace(content, "");
            problems.members().keySet().forEach(of -> names.add(of.equals("list") ? list : list + "." + problems.text(of)));
        }
        return names;
    }

    static ContentSchemas schemas(Folder folder, Problems problems) {
        Node.Group adapter = folder.top("adapter.yaml");
        if (adapter != null && adapter.get("wire") instanceof Node.Group form && "xml".equals(form.text("encoding"))) {
            String content = form.get("reply") instanceof Node.Group reply ? reply.text("payload") : null;
            return new XmlSchemas(folder, content == null ? "" : content, envelope(form), replyEnvelope(form), problems);
        }
        return new Schemas(folder, problems);
    }
}
