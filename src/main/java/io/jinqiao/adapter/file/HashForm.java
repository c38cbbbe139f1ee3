package io.jinqiao.adapter.file;

import io.jinqiao.signing.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A hash against slips on the way. It proves nothing about who wrote the file: that does the channel, or a signature.
 *
 * @param inMarker whether it stands in the marker file and covers the whole file; else it stands in the trailer and covers everything before it
 * @param upperCase of its hexadecimal digits
 * @param signed name of the signing profile, when a signature over the hash stands behind it in the marker; null: the channel alone vouches for the writer
 */
public record HashForm(Algorithm algorithm, boolean inMarker, boolean upperCase, @Nullable String signed) {

    /** What a marker says: the hash, and the signature behind it where one is agreed. */
    public @Nullable String hashIn(@Nullable String marker) {
        return signed == null || marker == null ? marker : marker.split(" ", 2)[0];
    }

    /** Null when there is none. */
    public @Nullable String signatureIn(@Nullable String marker) {
        int blank = signed == null || marker == null ? -1 : marker.indexOf(' ');
        return blank < 0 ? null : String.valueOf(marker).substring(blank + 1);
    }

    public enum Algorithm {
        MD5("MD5"),
        SHA_256("SHA-256"),
        SM3("SM3");

        private final String name;

        Algorithm(String name) {
            this.name = name;
        }

        public String title() {
            return name;
        }

        MessageDigest digest() {
            try {
                return this == SM3
                        ? MessageDigest.getInstance(name, CryptoProvider.bouncyCastle())
                        : MessageDigest.getInstance(name);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no " + name, e);
            }
        }
    }
}
