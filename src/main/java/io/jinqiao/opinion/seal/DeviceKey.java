package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.Sm2SealDevice;
import io.jinqiao.opinion.ses.SesKey;
import io.jinqiao.signing.Sm2MessageDigest;
import java.security.cert.X509Certificate;

/** A device that signs e, as a key that signs bytes. */
public final class DeviceKey implements SesKey {
    private final Sm2SealDevice device;
    private final Sm2MessageDigest digest;

    public DeviceKey(Sm2SealDevice device) {
        this.device = device;
        this.digest = new Sm2MessageDigest(device.certificate());
    }

    @Override
    public X509Certificate certificate() {
        return device.certificate();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        return device.sign(digest.of(bytes));
    }
}
