package io.jinqiao.workbench.certs;

import io.jinqiao.workbench.certs.CertsFile.Usage;
import java.io.IOException;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;

/** Key usage as the trade asks for it (GM/T 0015 for SM2, RFC 5280, RFC 3161). */
final class Usages {
    private Usages() {}

    static void add(X509v3CertificateBuilder builder, Usage usage) throws IOException {
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(bits(usage)));
        switch (usage) {
            case SIGNATURE, SEAL, ENVELOPE -> {}
            case TLS_CLIENT -> purpose(builder, false, KeyPurposeId.id_kp_clientAuth);
            case TIME_STAMP -> purpose(builder, true, KeyPurposeId.id_kp_timeStamping);
            case TLS_SERVER -> {
                purpose(builder, false, KeyPurposeId.id_kp_serverAuth);
                builder.addExtension(Extension.subjectAlternativeName, false, thisMachine());
            }
        }
    }

    private static int bits(Usage usage) {
        return switch (usage) {
            case SIGNATURE, SEAL -> KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
            case ENVELOPE -> KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement;
            case TLS_CLIENT, TLS_SERVER, TIME_STAMP -> KeyUsage.digitalSignature;
        };
    }

    private static void purpose(X509v3CertificateBuilder builder, boolean critical, KeyPurposeId purpose)
            throws IOException {
        builder.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purpose));
    }

    private static GeneralNames thisMachine() {
        return new GeneralNames(new GeneralName[] {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        });
    }
}
