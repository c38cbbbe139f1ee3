package io.jinqiao.evidence.pack;

import io.jinqiao.evidence.proof.RecordFacts;
import io.jinqiao.evidence.proof.Sha256;
import io.jinqiao.signing.CertificateFiles;
import java.io.IOException;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which certificates and revocation lists a pack may hold: those its records and its statement name, and lists that are called by their own digest. */
final class PackCertificates {
    private static final String LIST = "certificates/[0-9a-f]{64}\\.crl\\.pem";

    private final PackFiles files;
    private final Set<String> named = new HashSet<>();

    PackCertificates(PackFiles files, PackManifest manifest) throws IOException {
        this.files = files;
        byte[] statement = files.find(PackLayout.STATEMENT);
        if (statement != null) {
            named.add(PackLayout.certificate(Statement.read(statement).certificate()));
        }
        for (PackManifest.Item item : manifest.records()) {
            byte[] record = files.find(item.message() + "record.txt");
            String fingerprint = record == null ? null : RecordFacts.read(record).get("certificate-sha256");
            if (fingerprint != null) {
                named.add(PackLayout.certificate(fingerprint));
            }
        }
    }

    boolean belongs(String path) throws IOException {
        return named.contains(path) || path.matches(LIST) && isCalledByItsDigest(path);
    }

    private boolean isCalledByItsDigest(String path) throws IOException {
        byte[] pem = files.find(path);
        List<X509CRL> lists = pem == null ? List.of() : CertificateFiles.revocationLists(pem);
        try {
            return lists.size() == 1
                    && path.equals(PackLayout.revocationList(Sha256.hex(Sha256.of(lists.get(0).getEncoded()))));
        } catch (CRLException e) {
            return false;
        }
    }
}
