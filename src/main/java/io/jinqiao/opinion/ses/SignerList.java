package io.jinqiao.opinion.ses;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;

/** Who may use a seal (certListType and certList), by whole certificates or by digests of them. */
public sealed interface SignerList {

    /** @param certificates DER */
    record Certificates(List<Octets> certificates) implements SignerList {
        public Certificates {
            certificates = List.copyOf(certificates);
        }
    }

    record Digests(List<CertificateDigest> digests) implements SignerList {
        public Digests {
            digests = List.copyOf(digests);
        }
    }

    /** @param type name or OID of the digest algorithm, as the vendor wrote it: printable ASCII */
    record CertificateDigest(String type, Octets value) {
        public CertificateDigest {
            if (!DERPrintableString.isPrintableString(type)) {
                throw new IllegalArgumentException("no PrintableString");
            }
        }
    }

    /** The number of the standard: 1 certificates, 2 digests. */
    default int type() {
        return this instanceof Certificates ? 1 : 2;
    }

    static SignerList read(Elements property) throws MalformedSeal {
        int type = property.number("certListType");
        Elements list = property.sequence("certList");
        return switch (type) {
            case 1 -> certificates(list);
            case 2 -> digests(list);
            default -> throw new MalformedSeal(
                    MalformedSeal.Reason.WRONG_STRUCTURE, list.path(), "certListType " + type + ", 1 or 2 expected");
        };
    }

    private static SignerList certificates(Elements list) throws MalformedSeal {
        List<Octets> read = new ArrayList<>();
        for (ASN1Encodable one : list.all()) {
            if (!(one.toASN1Primitive() instanceof ASN1OctetString octets)) {
                throw new MalformedSeal(MalformedSeal.Reason.WRONG_STRUCTURE, list.path(), "OctetString expected");
            }
            read.add(Octets.of(octets.getOctets()));
        }
        return new Certificates(read);
    }

    private static SignerList digests(Elements list) throws MalformedSeal {
        List<CertificateDigest> read = new ArrayList<>();
        for (ASN1Encodable one : list.all()) {
            Elements fields = Elements.of(list.path() + "[" + read.size() + "]", one);
            read.add(new CertificateDigest(fields.printable("type"), fields.octets("value")));
            fields.end();
        }
        return new Digests(read);
    }

    /** certListType, then certList. */
    default List<ASN1Encodable> asn1() {
        DERSequence list = this instanceof Certificates c
                ? Der.sequence(c.certificates().stream().map(Der::octets).toList())
                : Der.sequence(((Digests) this)
                        .digests().stream()
                                .map(d -> Der.sequence(new DERPrintableString(d.type()), Der.octets(d.value())))
                                .toList());
        return List.of(new ASN1Integer(type()), list);
    }
}
