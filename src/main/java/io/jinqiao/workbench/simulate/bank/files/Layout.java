package io.jinqiao.workbench.simulate.bank.files;

import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How one bank writes its files and reads what became of them. */
interface Layout {
    DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    /** @param marker text of the marker file; null when the file gets its name only when it is whole */
    record Written(String name, byte[] bytes, @Nullable String marker) {}

    Written write(Day day);

    /** Name of the marker beside a file; null when there is none. */
    @Nullable String marker(String name);

    /** Whether this is the name of a result file. */
    boolean result(String name);

    /** @param marker what its marker says; null when there is none */
    Verdict read(String name, byte[] bytes, @Nullable String marker);
}
