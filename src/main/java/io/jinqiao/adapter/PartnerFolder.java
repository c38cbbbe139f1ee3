package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Codes;
import io.jinqiao.adapter.codec.CodesReader;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Language;
import io.jinqiao.adapter.descriptor.Described;
import io.jinqiao.adapter.descriptor.DescriptorReader;
import io.jinqiao.adapter.descriptor.FileRule;
import io.jinqiao.adapter.descriptor.Signing;
import io.jinqiao.adapter.file.FileExchange;
import io.jinqiao.adapter.file.FileLayout;
import io.jinqiao.adapter.file.HashForm;
import io.jinqiao.adapter.file.LayoutReader;
import io.jinqiao.adapter.mapping.CodeTables;
import io.jinqiao.adapter.mapping.Editions;
import io.jinqiao.adapter.mapping.Line;
import io.jinqiao.adapter.mapping.RequestLines;
import io.jinqiao.adapter.mapping.Table;
import io.jinqiao.adapter.mapping.TableReader;
import io.jinqiao.message.FileKind;
import io.jinqiao.message.Operation;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.rulebook.RuleProblem;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Schema;
import io.jinqiao.rulebook.Source;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one partner's folder, goes on after every problem, and compiles it when there was none. For one use. */
final class PartnerFolder {
    private final String partner;
    private final Map<String, Source> files;
    private final Map<String, Schema> schemas;
    private final UnaryOperator<String> placeholders;
    private final Problems problems = new Problems();
    /** Texts of files that are not of their form. */
    private final List<String> unread = new ArrayList<>();

    /**
     * @param files by path below the folder
     * @param schemas by name, such as {@code mapping}
     */
    PartnerFolder(
            String partner, Map<String, Source> files, Map<String, Schema> schemas, UnaryOperator<String> placeholders) {
        this.partner = partner;
        this.files = files;
        this.schemas = schemas;
        this.placeholders = placeholders;
    }

    /** A folder without a problem. */
    record Compiled(Dialect dialect, Map<FileKind, FileExchange> files) {}

    /** @return null when something is wrong; it is on the list then */
    @Nullable Compiled read(Clock clock, Problems all) {
        Document adapter = document("adapter.yaml", "adapter");
        Described described = adapter == null ? null : DescriptorReader.read(adapter, partner, placeholders, problems);
        if (adapter == null) {
            beyond("adapter.yaml", (rough, more) -> DescriptorReader.read(rough, partner, placeholders, more));
        }
        Document codesFile = document("codes.yaml", "codes");
        Codes codes = codesFile == null ? null : new CodesReader(problems).read(codesFile);
        String money = described == null ? "" : described.money();
        CodeTables words = codeTables();
        Map<Operation, Table> tables = tables(words, money, described == null ? Editions.NONE : described.wire().editions());
        Map<FileKind, FileExchange> files = new FileLayouts(words, money).read(codes);
        words.reportUnused(unread, problems);
        if (described != null) {
            compareOperations(described, tables);
            compareFiles(described, files);
        }
        problems.list().forEach(all::add);
        return problems.isEmpty() && described != null && codes != null
                ? new Compiled(compile(described, codes, tables, clock), files)
                : null;
    }

    private static Dialect compile(Described described, Codes codes, Map<Operation, Table> tables, Clock clock) {
        Map<Operation, RequestLines> requests = new EnumMap<>(Operation.class);
        Map<Operation, List<Line>> replies = new EnumMap<>(Operation.class);
        tables.forEach((operation, table) -> {
            requests.put(operation, table.request());
            replies.put(operation, table.reply());
        });
        return new Language(described.descriptor(), described.wire(), codes, requests, replies, clock).dialect();
    }

    private Map<Operation, Table> tables(CodeTables codes, String money, Editions editions) {
        // those with a table; whether they are the ones of adapter.yaml is compared apart
        Set<Operation> agreed = Arrays.stream(Operation.values()).filter(o -> files.containsKey("mapping/" + o.id() + ".yaml")).collect(Collectors.toSet());
        TableReader reader = new TableReader(codes, money, agreed, editions, problems);
        Map<Operation, Table> tables = new EnumMap<>(Operation.class);
        for (String path : files.keySet()) {
            if (path.startsWith("mapping/") && path.endsWith(".yaml") && !path.equals("mapping/code-tables.yaml")) {
                Document file = document(path, "mapping");
                if (file != null) {
                    table(file, path, reader, tables);
                } else {
                    beyond(path, (rough, more) -> new TableReader(codes, money, agreed, editions, more).read(rough, Operation.of(String.valueOf(rough.group().text("operation")))));
                }
            }
        }
        return tables;
    }

    /** The layouts of files, {@code files/<operation>.yaml}. */
    private final class FileLayouts {
        private final LayoutReader reader;

        FileLayouts(CodeTables codes, String money) {
            this.reader = new LayoutReader(codes, money, problems);
        }

        Map<FileKind, FileExchange> read(@Nullable Codes returned) {
            Map<FileKind, FileExchange> layouts = new EnumMap<>(FileKind.class);
            for (String path : files.keySet()) {
                Document file = path.matches("files/[^/]*\\.yaml") ? document(path, "file") : null;
                if (file == null && path.matches("files/[^/]*\\.yaml")) {
                    unread.add(java.util.Objects.requireNonNull(PartnerFolder.this.files.get(path)).text());
                }
                FileExchange layout = file == null ? null : reader.read(file, returned);
                if (layout != null && !path.equals("files/" + layout.kind().id() + ".yaml")) {
                    problems.at(file.root(), "文件名与业务不符 / the file is not named like its operation", "files/" + layout.kind().id() + ".yaml");
                } else if (layout != null) {
                    layouts.put(layout.kind(), layout);
                }
            }
            return layouts;
        }
    }

    private static boolean fetchesTheMarker(FileRule rule, FileExchange layout) {
        HashForm hash = layout.request().form().hash();
        return rule.way() == FileRule.Way.FETCHED && hash != null && hash.inMarker();
    }

    /** A signature is by a profile of this folder that signs. */
    private void compareProfiles(Described described, FileExchange exchange, String path) {
        for (FileLayout layout : List.of(exchange.request(), exchange.result())) {
            String signed = layout.form().hash() == null ? null : layout.form().hash().signed();
            Map<String, Signing.Profile> profiles = described.descriptor().signing().profiles();
            if (signed != null && (!profiles.containsKey(signed) || !profiles.get(signed).profile().signs())) {
                problems.file(path, "没有这个有签名的配置 / no signing profile \"" + signed + "\" that signs", "已知 / known: " + profiles.keySet());
            }
        }
    }

    private void compareFiles(Described described, Map<FileKind, FileExchange> layouts) {
        for (FileKind kind : FileKind.values()) {
            boolean agreed = described.descriptor().files().containsKey(kind);
            String path = "adapters/" + partner + "/files/" + kind.id() + ".yaml";
            if (agreed && !files.containsKey("files/" + kind.id() + ".yaml")) {
                problems.file(path, "文件缺失；adapter.yaml 约定了此类文件 / the file is missing; adapter.yaml agrees on files of " + kind.id(), "编写该文件，或从 files 中删去 / write it, or take it away from files");
            } else if (agreed && layouts.containsKey(kind) && fetchesTheMarker(described.descriptor().files().get(kind), layouts.get(kind))) {
                problems.file(path, "哈希写在标记文件中，但对方服务器上的标记文件只看有无 / the hash stands in the marker, but of a marker on their server only the presence is seen", "stands: trailer，或 way: pushed / stands: trailer, or way: pushed");
            } else if (!agreed && layouts.containsKey(kind)) {
                problems.file(path, "adapter.yaml 的 files 中没有 / not under files in adapter.yaml: " + kind.id(), null);
            } else if (agreed && layouts.containsKey(kind)) {
                compareProfiles(described, layouts.get(kind), path);
            }
        }
    }

    private CodeTables codeTables() {
        if (!files.containsKey("mapping/code-tables.yaml")) {
            return new CodeTables();
        }
        Document file = document("mapping/code-tables.yaml", "code-tables");
        return file == null ? new CodeTables() : new CodeTables(file, problems);
    }

    private void table(Document file, String path, TableReader reader, Map<Operation, Table> tables) {
        Operation operation = Operation.of(String.valueOf(file.group().text("operation")));
        if (!path.equals("mapping/" + operation.id() + ".yaml")) {
            problems.at(
                    java.util.Objects.requireNonNull(file.group().get("operation")),
                    "文件名与业务不符 / the file is not named like its operation",
                    "mapping/" + operation.id() + ".yaml");
        }
        tables.put(operation, reader.read(file, operation));
    }

    private void compareOperations(Described described, Map<Operation, Table> tables) {
        for (Operation operation : Operation.values()) {
            boolean agreed = described.descriptor().operations().containsKey(operation);
            String path = "adapters/" + partner + "/mapping/" + operation.id() + ".yaml";
            if (agreed && !files.containsKey("mapping/" + operation.id() + ".yaml")) {
                problems.file(path, "文件缺失；adapter.yaml 约定了此业务 / the file is missing; adapter.yaml agrees on " + operation.id(), "编写该文件，或删去该业务 / write it, or take the operation away");
            } else if (!agreed && tables.containsKey(operation)) {
                problems.file(path, "adapter.yaml 的 operations 中没有 / not under operations in adapter.yaml: " + operation.id(), known());
            }
        }
    }

    private static String known() {
        return "已知 / known: " + Arrays.stream(Operation.values()).map(Operation::id).toList();
    }

    /**
     * What else is wrong in a file that is not of its form, as far as anybody can read it. What only seems wrong because a line was not
     * understood is not told: that something is missing, and what stands in the lines that are told already.
     */
    private void beyond(String path, BiConsumer<Document, Problems> reading) {
        Source source = files.get(path);
        if (source == null) {
            return;
        }
        unread.add(source.text());
        List<RuleProblem> told = problems.list().stream().filter(problem -> problem.file().equals(source.name())).toList();
        Problems more = new Problems();
        try {
            reading.accept(Document.read(source), more);
        } catch (RuntimeException asFarAsItGoes) {
            // that its form is wrong is told already
        }
        more.list().stream()
                .filter(problem -> told.stream().noneMatch(first -> first.line() == problem.line() || first.place().startsWith(problem.place())))
                .forEach(problems::add);
    }

    /** @return null when the file is missing, is no YAML or not of its form; that is on the list then */
    private @Nullable Document document(String path, String schema) {
        Source source = files.get(path);
        if (source == null) {
            problems.file("adapters/" + partner + "/" + path, "文件缺失 / the file is missing", null);
            return null;
        }
        try {
            Document document = Document.read(source);
            Problems own = new Problems();
            java.util.Objects.requireNonNull(schemas.get(schema), schema).check(document, own);
            own.list().forEach(problems::add);
            return own.isEmpty() ? document : null;
        } catch (RulebookException e) {
            e.problems().forEach(problems::add);
            return null;
        }
    }
}
