package io.jinqiao.signing.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.junit.jupiter.api.Test;

/** The guard of the sign path's speed: initialisations are counted, never timed. */
class Sm2SignersTest {
    private final ECPrivateKeyParameters key = new ECPrivateKeyParameters(Vectors.SM2_D, Curve.SM2.domain());
    private final ECPublicKeyParameters point = new ECPublicKeyParameters(
            Curve.SM2.domain().getCurve().decodePoint(Vectors.SM2_POINT), Curve.SM2.domain());
    private final Sm2Signers signers = new Sm2Signers(new SecureRandom());
    private final Sm2 sm2 = new Sm2(signers);

    @Test
    void initialisesOnceForAKeyAndAUserId() {
        for (int i = 0; i < 50; i++) {
            byte[] message = {(byte) i};
            byte[] signature = sm2.sign(key, "a", message);
            assertThat(sm2.verifies(point, "a", message, signature)).isTrue();
        }
        assertThat(signers.initialised()).isEqualTo(2);
        sm2.sign(key, "b", new byte[1]);
        assertThat(signers.initialised()).isEqualTo(3);
    }

    @Test
    void aSignatureThatDoesNotVerifyLeavesTheSignerClean() {
        byte[] signature = sm2.sign(key, "a", new byte[] {1});
        assertThat(sm2.verifies(point, "a", new byte[] {2}, signature)).isFalse();
        assertThat(sm2.verifies(point, "a", new byte[] {1}, new byte[3])).isFalse();
        assertThat(sm2.verifies(point, "a", new byte[] {1}, signature)).isTrue();
        assertThat(signers.initialised()).isEqualTo(2);
    }

    @Test
    void aSignerThatThrewIsNotUsedAgain() {
        assertThatThrownBy(() -> signers.with(key, "a", signer -> {
                    signer.update(new byte[5], 0, 5);
                    throw new IllegalStateException("half a message");
                }))
                .hasMessage("half a message");
        byte[] signature = sm2.sign(key, "a", new byte[] {1});
        assertThat(sm2.verifies(point, "a", new byte[] {1}, signature)).isTrue();
        assertThat(signers.initialised()).isEqualTo(3);
    }

    @Test
    void threadsDoNotShareASigner() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] message = {(byte) i};
            results.add(threads.submit(() -> sm2.verifies(point, "a", message, sm2.sign(key, "a", message))));
        }
        for (Future<Boolean> result : results) {
            assertThat(result.get()).isTrue();
        }
        threads.shutdown();
        assertThat(signers.initialised()).isBetween(2L, 8L);
    }

    @Test
    void manyKeysDoNotFillTheMemory() {
        for (int i = 0; i < 300; i++) {
            sm2.verifies(point, "user " + i, new byte[1], new byte[64]);
        }
        long before = signers.initialised();
        sm2.verifies(point, "user 255", new byte[1], new byte[64]);
        assertThat(signers.initialised()).as("the last one kept").isEqualTo(before);
        sm2.verifies(point, "user 256", new byte[1], new byte[64]);
        assertThat(signers.initialised()).as("the first one beyond the limit").isEqualTo(before + 1);
    }

    /** "Aa" and "BB" have one hash code, so only the comparison itself keeps the signers apart. */
    @Test
    void aSignerIsNeverLentToAnotherUserIdOrKey() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        byte[] signature = sm2.sign(key, "Aa", new byte[] {1});
        assertThat(sm2.verifies(point, "Aa", new byte[] {1}, signature)).isTrue();
        assertThat(sm2.verifies(point, "BB", new byte[] {1}, signature)).isFalse();
        assertThat(signers.initialised()).isEqualTo(3);
    }

    @Test
    void aUserIdOf256BitsAndMoreIsCountedInTwoBytes() {
        String longId = "银行".repeat(20);
        byte[] e = Sm2.digest(point, longId, new byte[] {1});
        assertThat(sm2.verifies(point, longId, new byte[] {1}, sm2.signDigest(key, e))).isTrue();
    }

    @Test
    void wantsADigestOf32Bytes() {
        assertThatThrownBy(() -> sm2.signDigest(key, new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
