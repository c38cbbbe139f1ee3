package io.jinqiao.workbench.partner;

import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.workbench.development.Home;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code new-partner <id> --like <partner> [--from <table>]}. */
@Command(
        name = "new-partner",
        description = {"Makes the folder of a new partner; no Java.", "生成新合作方的目录，无需编写 Java。"},
        mixinStandardHelpOptions = true)
public final class NewPartnerCommand implements Callable<Integer> {
    @Parameters(paramLabel = "id", description = {"Name of the folder: lower case letters, digits, hyphens.", "目录名：小写字母、数字、连字符。"})
    private String id = "";

    @Option(names = "--like", required = true, paramLabel = "partner", description = {"Whose wire is most like theirs.", "报文形式最接近的合作方。"})
    private String like = "";

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description = {"Their own table of fields, .xlsx or .csv: becomes mapping tables.", "对方的字段表（.xlsx 或 .csv），生成映射表。"})
    private @Nullable Path table;

    @Mixin
    private Home home = new Home();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        NewPartner.Made made;
        Path root = home.folder();
        try {
            made = table == null ? new NewPartner(root).like(like, id) : new NewPartner(root).like(like, id, table);
        } catch (RulebookException e) {
            e.problems().forEach(out::println);
            if (!Files.exists(root.resolve("adapters").resolve(id))) {
                out.println("没有写入任何文件 / nothing was written");
            }
            return 1;
        }
        out.println(made.folder() + ": " + made.files() + " files / 个文件");
        out.println("开发用身份 / identities of development: " + String.join(", ", made.identities()));
        out.println("待确认事项 / open questions: " + made.folder().resolve("README.md"));
        out.println("下一步 / next: check " + id + "; conformance " + id);
        return 0;
    }
}
