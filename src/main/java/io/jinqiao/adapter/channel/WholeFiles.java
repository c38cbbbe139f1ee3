package io.jinqiao.adapter.channel;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Of what is dropped only a regular file is a message: a link leads to what the partner may not read, a pipe never ends. One that was written to just now waits for the
 * next look: not every partner writes under another name until all of it is there.
 */
final class WholeFiles implements GenericFileFilter<File> {
    private static final Duration STILL = Duration.ofSeconds(2);

    private final Clock clock;

    /** @param clock the real one, by which files are dated */
    WholeFiles(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<File> seen) {
        File file = seen.getFile();
        return Files.isRegularFile(file.toPath(), LinkOption.NOFOLLOW_LINKS) && !writtenJustNow(Instant.ofEpochMilli(file.lastModified()));
    }

    /** A time to come is another machine's clock. */
    private boolean writtenJustNow(Instant at) {
        Duration ago = Duration.between(at, clock.instant());
        return !ago.isNegative() && ago.compareTo(STILL) < 0;
    }
}
