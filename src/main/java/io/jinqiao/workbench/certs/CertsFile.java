package io.jinqiao.workbench.certs;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.jinqiao.rulebook.Document;
import io.jinqiao.rulebook.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code certs.yaml}: who exists in development.
 *
 * @param validDays life of a certificate from the moment it is made
 * @param renewDays a certificate or list with fewer days left is made anew
 * @param listDays life of a revocation list
 */
record CertsFile(
        int validDays,
        int renewDays,
        int listDays,
        Map<String, Authority> authorities,
        Map<String, Identity> identities,
        List<String> tokens) {

    /** @param trusted whether the gateway in development has it among its anchors */
    record Authority(KeyKind key, boolean trusted) {}

    /** @param owner who holds the private key: {@code centre} or a partner's id */
    record Identity(String owner, String issuer, KeyKind key, Usage usage, @Nullable State state) {
        @Override
        public State state() {
            return state == null ? State.VALID : state;
        }
    }

    enum KeyKind {
        SM2,
        RSA,
        P256;

        @JsonCreator
        static KeyKind of(String word) {
            return valueOf(constant(word));
        }
    }

    enum Usage {
        SIGNATURE,
        SEAL,
        ENVELOPE,
        TLS_SERVER,
        TLS_CLIENT,
        TIME_STAMP;

        @JsonCreator
        static Usage of(String word) {
            return valueOf(constant(word));
        }
    }

    enum State {
        VALID,
        EXPIRED,
        NOT_YET_VALID,
        REVOKED;

        @JsonCreator
        static State of(String word) {
            return valueOf(constant(word));
        }
    }

    static CertsFile read(Source source) {
        return Document.read(source).as(CertsFile.class);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
