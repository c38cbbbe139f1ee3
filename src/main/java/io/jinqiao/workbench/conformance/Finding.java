package io.jinqiao.workbench.conformance;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a failed trial found, for whoever has to cure it.
 *
 * @param bytes exactly what was written or read; empty when it never came so far
 * @param clause of the agreement; null when the mapping table names none
 * @param fix where to look first
 */
record Finding(
        String expected,
        String found,
        byte[] bytes,
        Charset charset,
        @Nullable String ourField,
        @Nullable String theirField,
        @Nullable String clause,
        Words fix) {}
