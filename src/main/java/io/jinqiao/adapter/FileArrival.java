package io.jinqiao.adapter;

import io.jinqiao.message.FileKind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A complete file as it came from a channel.
 *
 * @param partner whose place it lay in
 * @param name as the partner gave it
 * @param file where it lies now; stays there
 * @param marker what its marker file says; null when there is none
 */
public record FileArrival(String partner, FileKind kind, String name, Path file, @Nullable String marker) {}
