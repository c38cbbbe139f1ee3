package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.file.FileForm;
import io.jinqiao.adapter.file.NamePattern;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Of what lies in a directory under the name of a file, only a regular file is one, and so is its marker. A link leads to what the partner may not
 * read, a pipe never ends: they are told once and left where they are.
 */
final class RegularFiles implements GenericFileFilter<File> {
    private static final Logger LOG = LoggerFactory.getLogger(RegularFiles.class);

    private final String partner;
    private final FileForm form;
    /** in letters of either case, as the place is looked through */
    private final Pattern names;
    /** those that still lie there; one directory is looked at by one thread at a time */
    private final Set<Path> told = new HashSet<>();

    RegularFiles(String partner, FileForm form) {
        this.partner = partner;
        this.form = form;
        this.names = Pattern.compile(form.name().expression(), Pattern.CASE_INSENSITIVE);
    }

    /** What has no name of a file is not asked about here. */
    @Override
    public boolean accept(GenericFile<File> seen) {
        Path file = seen.getFile().toPath();
        String name = file.getFileName().toString();
        if (!names.matcher(name).matches()) {
            return true;
        }
        NamePattern marker = form.completion().marker();
        return regular(file) && (marker == null || regular(file.resolveSibling(marker.write(Map.of("name", name)))));
    }

    /** Also what is not there: nothing is read of it. */
    private synchronized boolean regular(Path file) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !there(file)) {
            return true;
        }
        told.removeIf(other -> !there(other));
        if (told.add(file)) {
            LOG.error("ALARM files: {} of {} is a link, a pipe or a directory, no file, and is left where it lies / 不是普通文件，不予读取", file.getFileName(), partner);
        }
        return false;
    }

    private static boolean there(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
