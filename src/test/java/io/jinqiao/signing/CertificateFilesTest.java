package io.jinqiao.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CertificateFilesTest {
    private static final byte[] DER =
            CertificateFiles.der(TestAuthority.root("root").leaf("leaf").issue());

    @Test
    void aCertificateDamagedAnywhereIsRefusedOrHasAKeyThatCanBeAskedFor() {
        int refused = 0;
        for (int at = 0; at < DER.length; at++) {
            for (int flip : new int[] {0x01, 0x20, 0x80, 0xFF}) {
                Optional<X509Certificate> read = read(damaged(at, flip));
                refused += read.isEmpty() ? 1 : 0;
                read.ifPresent(certificate -> assertThat(certificate.getPublicKey().getEncoded()).isNotEmpty());
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aPointThatIsNotOnTheCurveIsNoKey() {
        byte[] key = CertificateFiles.certificate(DER).getPublicKey().getEncoded();
        int lastOfY = indexOf(DER, key) + key.length - 1;

        assertThatThrownBy(() -> CertificateFiles.certificate(damaged(lastOfY, 0x01)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("public key");
    }

    private static Optional<X509Certificate> read(byte[] der) {
        try {
            return Optional.of(CertificateFiles.certificate(der));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] damaged(int at, int flip) {
        byte[] changed = DER.clone();
        changed[at] ^= (byte) flip;
        return changed;
    }

    private static int indexOf(byte[] whole, byte[] part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (java.util.Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not in it");
    }
}
