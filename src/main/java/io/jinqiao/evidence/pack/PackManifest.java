package io.jinqiao.evidence.pack;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pack holds.
 *
 * @param format 1
 * @param about {@code message} or {@code loan}
 * @param id record id or application number
 * @param created ISO 8601, UTC
 */
record PackManifest(int format, String about, String id, String created, List<Item> records, List<File> files) {

    /**
     * @param number of the item inside the pack
     * @param message folder with the exact bytes
     * @param proof folder with link and path; null when not linked yet
     * @param seal folder with seal and token; null when not sealed yet
     * @param erased whether the content was erased on purpose, so that only its digests are here
     */
    record Item(
            String number,
            String record,
            String at,
            String kind,
            @Nullable String partner,
            @Nullable String operation,
            @Nullable String messageId,
            String verdict,
            @Nullable String codes,
            String message,
            @Nullable String proof,
            @Nullable String seal,
            boolean erased) {
        Item {
            for (String value : new String[] {number, record, at, kind, verdict, message}) {
                Objects.requireNonNull(value);
            }
        }
    }

    /** @param sha256 hexadecimal digits */
    record File(String path, long size, String sha256) {
        File {
            Objects.requireNonNull(path);
            Objects.requireNonNull(sha256);
        }
    }
}
