package io.jinqiao.signing.algorithm;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * Signers that were initialised once for a key and a user id and are used again. Initialising costs three to four signatures, because it
 * multiplies the key's point and hashes Z anew; a signer is not safe for two threads, so each borrows one.
 *
 * <p>Keys are compared by identity: who wants to profit keeps the parameter object. Never more signers than threads that sign at once.
 */
public final class Sm2Signers {
    /** Idle signers are kept for this many keys and user ids; more keys than that come from files checked once, not from traffic. */
    private static final int SLOTS = 256;

    private record Slot(AsymmetricKeyParameter key, String userId) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Slot slot && slot.key == key && slot.userId.equals(userId);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(key) * 31 + userId.hashCode();
        }
    }

    private final SecureRandom random;
    private final AtomicLong initialised = new AtomicLong();
    private final Map<Slot, Queue<SM2Signer>> idle = new ConcurrentHashMap<>();

    public Sm2Signers(SecureRandom random) {
        this.random = random;
    }

    /** How often a signer was initialised: a guard against doing it for every message. */
    public long initialised() {
        return initialised.get();
    }

    <T> T with(AsymmetricKeyParameter key, String userId, Function<SM2Signer, T> use) {
        Queue<SM2Signer> queue = queue(new Slot(key, userId));
        SM2Signer borrowed = queue.poll();
        SM2Signer signer = borrowed == null ? initialise(new SM2Signer(PlainDSAEncoding.INSTANCE), key, userId) : borrowed;
        T result = use.apply(signer);
        queue.add(signer); // not in a finally: a signer that threw may hold half a message
        return result;
    }

    /** A signer that takes {@code e} for the digest of whatever it is fed. Made for one use: the way of security modules is not a hot one here. */
    <T> T withGiven(ECPrivateKeyParameters key, byte[] e, Function<SM2Signer, T> use) {
        return use.apply(initialise(new SM2Signer(PlainDSAEncoding.INSTANCE, new GivenDigest(e)), key, ""));
    }

    private Queue<SM2Signer> queue(Slot slot) {
        Queue<SM2Signer> known = idle.get(slot);
        if (known != null) {
            return known;
        }
        return idle.size() >= SLOTS ? new ConcurrentLinkedQueue<>() : idle.computeIfAbsent(slot, s -> new ConcurrentLinkedQueue<>());
    }

    private SM2Signer initialise(SM2Signer signer, AsymmetricKeyParameter key, String userId) {
        boolean signs = key.isPrivate();
        CipherParameters parameters = signs ? new ParametersWithRandom(key, random) : key;
        signer.init(signs, new ParametersWithID(parameters, userId.getBytes(StandardCharsets.UTF_8)));
        initialised.incrementAndGet();
        return signer;
    }
}
