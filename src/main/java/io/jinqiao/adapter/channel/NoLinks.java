package io.jinqiao.adapter.channel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Of what is dropped only a regular file is a message: a link leads to what the partner may not read, a pipe never ends. */
final class NoLinks implements GenericFileFilter<File> {
    @Override
    public boolean accept(GenericFile<File> seen) {
        return Files.isRegularFile(seen.getFile().toPath(), LinkOption.NOFOLLOW_LINKS);
    }
}
