package io.jinqiao.evidence;

import io.jinqiao.evidence.pack.PackVerification;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Collection;

/** Checks an evidence pack without network, database or configuration. */
public final class EvidenceVerifier {
    private EvidenceVerifier() {}

    /**
     * @param anchors roots the reader trusts for partners, the centre and the time-stamp authority; never taken from the pack
     * @param lists revocation lists the reader has besides those in the pack; each is believed only when its issuer signed it
     * @param developmentAccepted whether development certificates pass
     */
    public record PackTrust(
            Collection<X509Certificate> anchors, Collection<X509CRL> lists, boolean developmentAccepted) {}

    /**
     * Everything that can be told about the pack, refused steps among it.
     *
     * @throws IOException when the file cannot be read
     */
    public static PackVerdict verify(Path pack, PackTrust trust) throws IOException {
        return PackVerification.verify(pack, trust);
    }
}
