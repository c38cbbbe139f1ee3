package io.jinqiao.workbench.partner;

import io.jinqiao.adapter.Folders;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.rulebook.RulebookException;
import io.jinqiao.rulebook.Source;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.workbench.certs.NewIdentities;
import io.jinqiao.workbench.check.Placeholders;
import io.jinqiao.workbench.check.SampleName;
import io.jinqiao.workbench.partner.fields.FromFields;
import io.jinqiao.workbench.samples.Sample;
import io.jinqiao.workbench.samples.SampleWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the folder of a new partner from the folder of one that is most like it. */
final class NewPartner {
    /** Written anew; another bank's test data is nobody's to pass on. */
    private static final Set<String> NOT_COPIED = Set.of("adapter.yaml", "README.md", "testdata.yaml");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private static final FromFields.Made NO_FIELDS = new FromFields.Made(Map.of(), Map.of());

    private final Path home;
    private final Sources sources;
    private final Folders folders;

    NewPartner(Path home) {
        this.home = home.toAbsolutePath().normalize();
        this.sources = new Sources(this.home, NewPartner.class.getClassLoader());
        this.folders = new Folders(sources);
    }

    /** @param identities aliases that were added to {@code certs-dev/certs.yaml} */
    record Made(Path folder, int files, List<String> identities) {}

    /** @throws IllegalArgumentException when the name is none, is taken, or there is nobody it could be like */
    Made like(String like, String id) {
        return make(like, id, null);
    }

    /**
     * The same, with mapping tables and schemas made from the bank's own table of fields.
     *
     * @throws RulebookException with everything wrong in the table; nothing is written then
     */
    Made like(String like, String id, Path table) {
        return make(like, id, table);
    }

    private Made make(String like, String id, @Nullable Path table) {
        requireName(id);
        Map<String, Source> model = folders.files(like);
        Source adapter = model.get("adapter.yaml");
        if (adapter == null) {
            throw new IllegalArgumentException(folders.partners().contains(like)
                    ? "adapters/" + like + " 没有 adapter.yaml / has no adapter.yaml"
                    : "没有合作方 / no partner '" + like + "'; known: " + folders.partners());
        }
        FromFields fields = table == null ? null : new FromFields(folders, like, table);
        FromFields.Made own = fields == null ? NO_FIELDS : fields.make();
        NewDescriptor descriptor = new NewDescriptor(like, id, descriptors());
        Path folder = home.resolve("adapters").resolve(id);
        String text = descriptor.of(adapter.text(), LocalDate.now());
        write(folder.resolve("adapter.yaml"), text.getBytes(StandardCharsets.UTF_8));
        model.forEach((path, source) -> {
            if (!NOT_COPIED.contains(path) && !path.startsWith("samples/")) {
                // stored files have the charset of their layout, and name nobody
                boolean stored = path.startsWith("files/samples/");
                write(folder.resolve(path), stored ? source.bytes() : descriptor.named(source.text()).getBytes(StandardCharsets.UTF_8));
            }
        });
        own.files().forEach((path, content) -> write(folder.resolve(path), descriptor.named(content).getBytes(StandardCharsets.UTF_8)));
        List<String> left = samples(like, id, model, folder.resolve("samples"), own.questions().keySet());
        String readme = NewReadme.of(id, like, text) + (table == null ? "" : OpenFields.of(table, own.questions(), left));
        write(folder.resolve("README.md"), readme.getBytes(StandardCharsets.UTF_8));
        List<String> identities = NewIdentities.add(home.resolve("certs-dev"), like, id, text);
        return new Made(folder, new Folders(sources).files(id).size(), identities);
    }

    private void requireName(String id) {
        if (!ID.matcher(id).matches() || id.equals("centre")) {
            throw new IllegalArgumentException(
                    "不能作为合作方编号 / cannot be a partner's id: '" + id + "'; lower case letters, digits and hyphens, a letter first");
        }
        if (folders.partners().contains(id)) {
            throw new IllegalArgumentException("已有这家合作方 / there is a partner of this name: " + id);
        }
    }

    private String descriptors() {
        return folders.partners().stream()
                .map(partner -> folders.files(partner).get("adapter.yaml"))
                .filter(java.util.Objects::nonNull)
                .map(Source::text)
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param changed operations whose tables are not the model's: a sample with a fault in the old spelling says nothing there, and content
     *     the new table cannot carry is no sample
     * @return names of those left out
     */
    private List<String> samples(String like, String id, Map<String, Source> model, Path target, Set<Operation> changed) {
        List<Sample> old = Sample.of(dialect(folders, like), model);
        Map<Operation, Sample> sound = new EnumMap<>(Operation.class);
        old.stream().filter(sample -> !sample.faulty()).forEach(sample -> sound.putIfAbsent(sample.framed().operation(), sample));
        Dialect own = dialect(new Folders(sources), id);
        List<String> left = new ArrayList<>();
        for (Sample sample : old) {
            Operation operation = SampleName.of(sample.name()).operation();
            SampleWriter writer = new SampleWriter(target, own, sample.form());
            if (!changed.contains(operation)) {
                writer.again(sample, sound.get(operation));
            } else if (sample.faulty() || !written(writer, own, sample, sound.get(operation))) {
                SamplesCommand.delete(target, sample.name());
                left.add(sample.name());
            }
        }
        return left;
    }

    private boolean written(SampleWriter writer, Dialect own, Sample sample, Sample sound) {
        try {
            writer.again(sample, sound);
            Map<String, Source> files = Folders.of(sources, own.descriptor().partner().value()).files(own.descriptor().partner().value());
            writer.asRead(new Sample(own, files, sample.name(), sample.form()));
            return true;
        } catch (Refusal | IllegalStateException | IllegalArgumentException e) {
            return false;
        }
    }

    static Dialect dialect(Folders folders, String partner) {
        Folders.Read read = folders.read(Placeholders::defaults, Sample.CLOCK);
        Dialect dialect = read.dialects().get(partner);
        if (dialect == null) {
            throw new RulebookException(
                    read.problems().stream().filter(problem -> problem.file().startsWith("adapters/" + partner + "/")).toList());
        }
        return dialect;
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
