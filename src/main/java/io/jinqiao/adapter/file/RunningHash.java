package io.jinqiao.adapter.file;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The hash of what was read or written so far; of nothing when none is agreed. */
final class RunningHash {
    private final @Nullable MessageDigest digest;
    private final HexFormat form;

    RunningHash(@Nullable HashForm hash) {
        this.digest = hash == null ? null : hash.algorithm().digest();
        this.form = hash != null && hash.upperCase() ? HexFormat.of().withUpperCase() : HexFormat.of();
    }

    void update(byte[] bytes, int from, int length) {
        if (digest != null && length > 0) {
            digest.update(bytes, from, length);
        }
    }

    /** In the agreed text form; empty when none is agreed. For once. */
    String text() {
        return digest == null ? "" : form.formatHex(digest.digest());
    }
}
