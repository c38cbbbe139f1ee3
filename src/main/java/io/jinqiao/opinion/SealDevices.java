package io.jinqiao.opinion;

import io.jinqiao.opinion.OpinionSettings.Format;
import io.jinqiao.opinion.seal.KeySeal;
import io.jinqiao.opinion.seal.Sm2PdfSeal;
import io.jinqiao.opinion.seal.SoftwareSm2Seal;
import io.jinqiao.signing.AcceptsDevelopmentCertificates;
import io.jinqiao.signing.Keys;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What holds the keys of the seals: a device when one is present as a bean, else a key of the settings; software in development only. */
@Component
class SealDevices {
    private final SealDevice pdf;
    private final SealDevice statements;
    private final @Nullable Sm2SealDevice ofd;
    private final @Nullable TimeStamps timeStamps;

    SealDevices(
            OpinionSettings settings,
            ObjectProvider<SealDevice> pdfDevices,
            ObjectProvider<Sm2SealDevice> ofdDevices,
            ObjectProvider<Keys> keys,
            ObjectProvider<Signing> signing,
            ObjectProvider<TimeStamps> timeStamps,
            ObjectProvider<AcceptsDevelopmentCertificates> development) {
        boolean softwareAllowed = development.getIfAvailable() != null;
        this.ofd = settings.formats().contains(Format.OFD) || settings.pdfSm2()
                ? ofdDevices.getIfAvailable(() -> sm2(settings, keys.getObject(), signing.getObject(), softwareAllowed))
                : null;
        this.pdf = settings.pdfSm2() && ofd != null
                ? new Sm2PdfSeal(ofd)
                : pdfDevices.getIfAvailable(() -> key("jinqiao.opinion.seal-key", settings.sealKey(), settings, keys.getObject(), softwareAllowed));
        this.statements = pdfDevices.getIfAvailable(() -> key("jinqiao.opinion.statement-key", settings.statementKey(), settings, keys.getObject(), softwareAllowed));
        this.timeStamps = settings.timeStamp() ? timeStamps.getObject() : null;
    }

    private static SealDevice key(String setting, String alias, OpinionSettings settings, Keys keys, boolean softwareAllowed) {
        KeySeal seal = new KeySeal(keys.get(alias), settings.certifiedProduct());
        if (seal.software() && !softwareAllowed) {
            throw refused(setting, alias, "use a PKCS#11 module");
        }
        return seal;
    }

    private static Sm2SealDevice sm2(OpinionSettings settings, Keys keys, Signing signing, boolean softwareAllowed) {
        if (!softwareAllowed) {
            throw refused("jinqiao.opinion.ofd-seal-key", settings.ofdSealKey(), "bring an Sm2SealDevice of the module's vendor");
        }
        return new SoftwareSm2Seal(
                signing, settings.ofdSealKey(), keys.get(settings.ofdSealKey()).certificate());
    }

    private static IllegalStateException refused(String setting, String alias, String instead) {
        return new IllegalStateException(
                setting + ": " + alias + " is a private key in a file, which seals in development only; " + instead + " (docs/seal.md)");
    }

    SealDevice pdf() {
        return pdf;
    }

    /** A key of its own for statements; a device that is present holds both. */
    SealDevice statements() {
        return statements;
    }

    /** @throws IllegalStateException when OFD files are not configured */
    Sm2SealDevice ofd() {
        if (ofd == null) {
            throw new IllegalStateException("neither jinqiao.opinion.formats nor jinqiao.opinion.pdf-sm2 asks for SM2");
        }
        return ofd;
    }

    boolean hasOfd() {
        return ofd != null;
    }

    @Nullable TimeStamps timeStamps() {
        return timeStamps;
    }

    /** Whether everything that seals may have legal effect; else each document says that it is a demonstration. */
    boolean legallyEffective() {
        return pdf.legallyEffective() && (ofd == null || ofd.legallyEffective());
    }
}
