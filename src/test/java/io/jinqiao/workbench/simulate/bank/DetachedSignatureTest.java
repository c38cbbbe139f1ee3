package io.jinqiao.workbench.simulate.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.support.TestIdentities;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own SM2 beside the library's, as DER. */
class DetachedSignatureTest {
    private static final BankKeys KEYS = new BankKeys(TestIdentities.made());
    private static final byte[] INPUT = "B2.0.0<Document/>".getBytes(StandardCharsets.UTF_8);

    private static Signature library(String alias) throws Exception {
        return Signature.getInstance(alias.contains("sm2") ? "SM3withSM2" : "SHA256withRSA", BankKeys.PROVIDER);
    }

    @ParameterizedTest
    @CsvSource({"credit-reference-sm2-sign", "credit-reference-rsa-sign"})
    void theLibraryVerifiesOursAndWeVerifyTheLibrarys(String alias) throws Exception {
        Signature verifying = library(alias);
        verifying.initVerify(KEYS.certificate(alias));
        verifying.update(INPUT);
        assertThat(verifying.verify(DetachedSignature.of(KEYS, alias, INPUT))).isTrue();
        Signature signing = library(alias);
        signing.initSign(KEYS.key(alias));
        signing.update(INPUT);
        byte[] signature = signing.sign();
        assertThat(DetachedSignature.verifies(KEYS, alias, INPUT, signature)).isTrue();
        assertThat(DetachedSignature.verifies(KEYS, alias, "else".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    }

    @Test
    void takesRAndSSideBySideAndNothingBroken() {
        String alias = "credit-reference-sm2-sign";
        assertThat(DetachedSignature.verifies(KEYS, alias, INPUT, Sm2.sign(KEYS.sm2Key(alias), "1234567812345678", INPUT))).isTrue();
        byte[] der = DetachedSignature.of(KEYS, alias, INPUT);
        for (int length = 0; length < der.length; length++) {
            assertThat(DetachedSignature.verifies(KEYS, alias, INPUT, Arrays.copyOf(der, length))).isFalse();
        }
        for (int i = 0; i < der.length; i++) {
            byte[] changed = der.clone();
            changed[i] ^= (byte) 0x80;
            assertThat(DetachedSignature.verifies(KEYS, alias, INPUT, changed)).isFalse();
        }
    }
}
