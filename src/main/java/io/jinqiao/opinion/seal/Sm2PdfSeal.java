package io.jinqiao.opinion.seal;

import io.jinqiao.opinion.SealDevice;
import io.jinqiao.opinion.Sm2SealDevice;
import java.security.cert.X509Certificate;
import java.util.List;

/** The SM2 key that seals OFD files, signing PDF files too: for readers that know SM2, and our own verification. */
public final class Sm2PdfSeal implements SealDevice {
    private final Sm2SealDevice device;
    private final DeviceKey key;

    public Sm2PdfSeal(Sm2SealDevice device) {
        this.device = device;
        this.key = new DeviceKey(device);
    }

    @Override
    public String name() {
        return device.name();
    }

    @Override
    public List<X509Certificate> chain() {
        return List.of(device.certificate());
    }

    @Override
    public byte[] sign(byte[] bytes) {
        return key.sign(bytes);
    }

    @Override
    public boolean legallyEffective() {
        return device.legallyEffective();
    }
}
