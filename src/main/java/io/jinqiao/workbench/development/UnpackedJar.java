package io.jinqiao.workbench.development;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The packed workbench jar, laid out as plain jars: a process started from them needs no launcher and starts faster. Laid out once for
 * each process of ours, gone when it ends.
 */
final class UnpackedJar {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static String classPath;

    private UnpackedJar() {}

    /** @param jar the packed jar */
    static synchronized String classPath(Path jar) {
        if (classPath == null) {
            try {
                classPath = unpack(jar, Files.createTempDirectory("jinqiao-unpacked"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return classPath;
    }

    private static String unpack(Path jar, Path folder) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
        List<String> path = new ArrayList<>();
        path.add(folder.resolve("workbench.jar").toString());
        try (JarFile packed = new JarFile(jar.toFile());
                JarOutputStream own = new JarOutputStream(Files.newOutputStream(folder.resolve("workbench.jar")))) {
            for (Enumeration<JarEntry> entries = packed.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(CLASSES) && entry.getName().length() > CLASSES.length()) {
                    own.putNextEntry(new JarEntry(entry.getName().substring(CLASSES.length())));
                    packed.getInputStream(entry).transferTo(own);
                } else if (entry.getName().startsWith(LIBRARIES) && !entry.isDirectory()) {
                    Path library = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                    Files.copy(packed.getInputStream(entry), library);
                    path.add(library.toString());
                }
            }
        }
        return String.join(File.pathSeparator, path);
    }
}
