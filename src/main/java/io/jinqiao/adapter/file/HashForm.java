package io.jinqiao.adapter.file;

import io.jinqiao.signing.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/**
 * A hash against slips on the way. It proves nothing about who wrote the file: that does the channel, or a signature.
 *
 * @param inMarker whether it stands in the marker file and covers the whole file; else it stands in the trailer and covers everything before it
 * @param upperCase of its hexadecimal digits
 */
public record HashForm(Algorithm algorithm, boolean inMarker, boolean upperCase) {

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
