package io.jinqiao.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The data folders {@code adapters/}, {@code routes/} and {@code rules/}: the home replaces what is packaged.
 *
 * <p>In {@code routes} and {@code rules} a file of the home replaces the packaged file of the same name. In {@code adapters} a
 * partner's folder is replaced whole, so that a partner is never a mixture of two versions.
 */
@Component
public class Sources {
    private static final Logger log = LoggerFactory.getLogger(Sources.class);
    private static final Set<String> WHOLE_SUBFOLDERS = Set.of("adapters");

    private final Path home;
    private final ClassLoader packaged;

    @Autowired
    public Sources(@Value("${jinqiao.home:.}") Path home) {
        this(home, Sources.class.getClassLoader());
    }

    /** @param packaged where the packaged copies are looked for */
    public Sources(Path home, ClassLoader packaged) {
        this.home = home.toAbsolutePath().normalize();
        this.packaged = packaged;
    }

    public Path home() {
        return home;
    }

    /** Every file below a folder such as {@code rules} or {@code adapters}, at any depth, ordered by name. Says in the log which were taken. */
    public List<Source> list(String folder) {
        Map<String, Source> own = own(folder);
        Set<String> replaced = own.keySet().stream().map(Sources::unit).collect(Collectors.toSet());
        Map<String, Source> found = packaged(folder, name -> !replaced.contains(unit(name)));
        found.putAll(own);
        log.info("{}/: {} files from {}, {} packaged", folder, own.size(), home, found.size() - own.size());
        own.keySet().stream().map(Sources::unit).distinct().sorted().forEach(u -> log.info("  from the home: {}", u));
        return List.copyOf(found.values());
    }

    /** Names of the files of the home below a folder. */
    Set<String> ownNames(String folder) {
        return own(folder).keySet();
    }

    /** Names of the packaged files below a folder, the replaced ones among them. */
    Set<String> packagedNames(String folder) {
        return packaged(folder, name -> true).keySet();
    }

    /** @throws RulebookException when neither the home nor the package has it */
    public Source get(String path) {
        Source found = find(path);
        if (found == null) {
            throw new RulebookException(List.of(
                    new RuleProblem(path, 0, 0, "", "目录与程序包中都没有此文件 / the file is neither in " + home + " nor packaged", null)));
        }
        return found;
    }

    /** Like {@link #get}, null when it is nowhere. */
    public @Nullable Source find(String path) {
        Path file = home.resolve(path).normalize();
        if (file.startsWith(home) && Files.isRegularFile(file)) {
            return within(path, file);
        }
        if (!unit(path).equals(path) && Files.isDirectory(home.resolve(unit(path)))) {
            return null;
        }
        try (InputStream in = packaged.getResourceAsStream(path)) {
            return in == null ? null : new Source(path, "packaged", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is replaced as one: the partner's folder, or the file itself. */
    private static String unit(String name) {
        String[] parts = name.split("/", 3);
        return WHOLE_SUBFOLDERS.contains(parts[0]) && parts.length == 3 ? parts[0] + "/" + parts[1] : name;
    }

    private Map<String, Source> own(String folder) {
        Path root = home.resolve(folder);
        Map<String, Source> own = new TreeMap<>();
        if (!Files.isDirectory(root)) {
            return own;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = home.relativize(file).toString().replace('\\', '/');
                own.put(name, within(name, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }

    /**
     * A file of the folder, or a link to one: a mounted folder is full of links into itself.
     *
     * @throws RulebookException when it is a link to elsewhere: what lies there changes without anybody touching the folder
     */
    private Source within(String name, Path file) {
        Path partner = home.resolve(unit(name));
        Path folder = Files.isDirectory(partner) ? partner : home.resolve(name.split("/", 2)[0]);
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new RulebookException(List.of(new RuleProblem(name, 0, 0, "", "是指向目录之外的链接 / is a link to outside the folder", "把文件本身放进目录 / put the file itself there")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own(name, file);
    }

    private static Source own(String name, Path file) {
        try {
            return new Source(name, "home " + file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param wanted by name; what is replaced is not even read */
    private Map<String, Source> packaged(String folder, Predicate<String> wanted) {
        Map<String, Source> found = new TreeMap<>();
        try {
            for (Resource resource : resources(folder)) {
                String address = resource.getURL().toString();
                String name = folder + address.substring(address.lastIndexOf("/" + folder + "/") + 1 + folder.length());
                if (wanted.test(name)) {
                    found.putIfAbsent(name, new Source(name, "packaged", resource.getContentAsByteArray()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private List<Resource> resources(String folder) throws IOException {
        List<Resource> files = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver(packaged).getResources("classpath*:" + folder + "/**/*.*")) {
            if (resource.isReadable() && !resource.getURL().toString().endsWith("/")) {
                files.add(resource);
            }
        }
        return files;
    }
}
