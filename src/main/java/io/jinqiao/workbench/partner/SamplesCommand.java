package io.jinqiao.workbench.partner;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Reply;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.check.SampleName;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.samples.SampleWriter;
import io.jinqiao.workbench.development.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code samples <partner>}: the bytes of a folder's samples anew from their canonical contents and the tables as they are now. For a
 * partner whose own example messages did not come yet: what is written here is our reading of the agreement, not theirs.
 */
@Command(
        name = "samples",
        description = {"Writes a folder's samples anew from its tables, signed with the published key.", "按当前映射重写样例报文（公开密钥签名）。"},
        mixinStandardHelpOptions = true)
public final class SamplesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "partner", description = {"Whose samples.", "哪一家。"})
    private String partner = "";

    @Mixin
    private Home home = new Home();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path root = home.folder();
        Path samples = root.resolve("adapters").resolve(partner).resolve("samples");
        if (!Files.isDirectory(samples)) {
            out.println("没有样例目录 / no folder of samples: " + samples);
            return 1;
        }
        Folders folders = new Folders(new Sources(root, SamplesCommand.class.getClassLoader()));
        Dialect dialect = NewPartner.dialect(folders, partner);
        int number = 0;
        int dropped = 0;
        for (Sample sample : Sample.of(dialect, folders.files(partner))) {
            number++;
            if (sample.faulty()) {
                delete(samples, sample.name());
                dropped++;
            } else {
                again(new SampleWriter(samples, dialect, sample.form()), number, sample);
            }
        }
        out.println((number - dropped) + " 个样例已重写 / samples written anew; " + dropped + " 个错误样例已删除 / samples with faults in the old spelling taken away");
        out.println("这些是我方的理解，不是对方的样例 / they are our reading of the agreement, not the partner's examples");
        return number > dropped ? 0 : 1;
    }

    private static void again(SampleWriter writer, int number, Sample sample) {
        CanonicalMessage message = SampleName.of(sample.name()).operation().read(sample.canonical());
        Reply reply = sample.reply();
        writer.exchange(number, sample.name(), message, reply);
    }

    static void delete(Path samples, String name) {
        if (!Files.isDirectory(samples)) {
            return;
        }
        try (Stream<Path> files = Files.list(samples)) {
            List<Path> own = files.filter(file -> file.getFileName().toString().startsWith(name + ".")).toList();
            for (Path file : own) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
