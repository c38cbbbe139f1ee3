package io.jinqiao.adapter.file;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for every layout.
 *
 * @param longest bytes of a row
 * @param hash null when none is agreed
 * @param completion how the writer says that a file is complete
 */
public record FileForm(NamePattern name, Charset charset, int longest, @Nullable HashForm hash, Completion completion) {

    /**
     * @param marker name of the marker that appears when the file is complete; null: the file itself gets its name only then
     * @param temporary name it has until then; null when there is a marker
     */
    public record Completion(@Nullable NamePattern marker, @Nullable NamePattern temporary) {}
}
