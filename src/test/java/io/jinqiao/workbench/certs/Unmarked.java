package io.jinqiao.workbench.certs;

import io.jinqiao.signing.CertificateFiles;
import io.jinqiao.signing.DevelopmentMarker;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys as an authority outside development certifies them: the same key and the same root, and no marker. */
public final class Unmarked {
    private static final List<String> ROOTS = List.of("dev-root-sm2", "dev-root-rsa");

    private Unmarked() {}

    /**
     * @param file a key store is written there, with the password of the others
     * @return the certificate of the key in it
     */
    public static X509Certificate write(DevelopmentCertificates made, String alias, Path file) throws IOException, GeneralSecurityException {
        Issued marked = made.issued(alias);
        Issued root = ROOTS.stream()
                .map(made::issued)
                .filter(r -> r.certificate().getSubjectX500Principal().equals(marked.certificate().getIssuerX500Principal()))
                .findFirst()
                .orElseThrow();
        X509Certificate unmarked = certified(new X509CertificateHolder(CertificateFiles.der(marked.certificate())), root);
        Files.write(file, Pkcs12.of(alias, new Issued(marked.key(), List.of(unmarked, root.certificate())), made.password().toCharArray()));
        return unmarked;
    }

    private static X509Certificate certified(X509CertificateHolder marked, Issued root) throws IOException {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                marked.getIssuer(), marked.getSerialNumber().add(BigInteger.ONE), marked.getNotBefore(), marked.getNotAfter(), marked.getSubject(), marked.getSubjectPublicKeyInfo());
        for (Object oid : marked.getExtensionOIDs()) {
            if (!((ASN1ObjectIdentifier) oid).getId().equals(DevelopmentMarker.OID)) {
                builder.addExtension(marked.getExtension((ASN1ObjectIdentifier) oid));
            }
        }
        boolean sm2 = root.certificate().getSigAlgOID().equals("1.2.156.10197.1.501");
        try {
            return CertificateFiles.certificate(builder.build(new JcaContentSignerBuilder(sm2 ? "SM3withSM2" : "SHA256withRSA")
                    .setProvider(new BouncyCastleProvider())
                    .build(root.key())).getEncoded());
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
