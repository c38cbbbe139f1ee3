package io.jinqiao.signing.certificate;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a revocation list speaks for. Large CAs cut their list in parts (issuing distribution point, critical); a part says
 * nothing of a certificate that names another one. Delta, indirect and some-reasons lists are not used.
 */
final class CrlScope {
    private static final String PARTITION = Extension.issuingDistributionPoint.getId();

    private CrlScope() {}

    /** Whether the list can be used at all: complete, direct, and nothing critical in it that we do not understand. */
    static boolean usable(X509CRL list) {
        Set<String> critical = list.getCriticalExtensionOIDs();
        boolean understood = critical == null || Set.of(PARTITION).containsAll(critical);
        IssuingDistributionPoint part = part(list);
        boolean whole = part == null
                || !part.isIndirectCRL() && !part.onlyContainsAttributeCerts() && part.getOnlySomeReasons() == null;
        return understood && whole && list.getNextUpdate() != null;
    }

    static boolean covers(X509CRL list, X509Certificate certificate) {
        IssuingDistributionPoint part = part(list);
        if (part == null) {
            return true;
        }
        boolean authority = certificate.getBasicConstraints() >= 0;
        boolean kind = authority ? !part.onlyContainsUserCerts() : !part.onlyContainsCACerts();
        return kind && (part.getDistributionPoint() == null || named(part.getDistributionPoint(), certificate));
    }

    private static boolean named(DistributionPointName part, X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (extension == null) {
            return false;
        }
        Set<GeneralName> wanted = names(part);
        return Arrays.stream(CRLDistPoint.getInstance(octets(extension)).getDistributionPoints())
                .map(DistributionPoint::getDistributionPoint)
                .anyMatch(name -> name != null && names(name).stream().anyMatch(wanted::contains));
    }

    private static Set<GeneralName> names(DistributionPointName name) {
        return name.getType() == DistributionPointName.FULL_NAME
                ? new HashSet<>(Arrays.asList(GeneralNames.getInstance(name.getName()).getNames()))
                : Set.of();
    }

    private static @Nullable IssuingDistributionPoint part(X509CRL list) {
        byte[] extension = list.getExtensionValue(PARTITION);
        return extension == null ? null : IssuingDistributionPoint.getInstance(octets(extension));
    }

    private static byte[] octets(byte[] extension) {
        return ASN1OctetString.getInstance(extension).getOctets();
    }
}
