package io.jinqiao.opinion.ses;

import io.jinqiao.opinion.ses.MalformedSeal.Reason;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTF8String;

/** The elements of one SEQUENCE, taken in order; each complaint names the field. */
final class Elements {
    private static final int MOST = 256;

    private final String path;
    private final ASN1Sequence sequence;
    private int next;

    private Elements(String path, ASN1Encodable value) throws MalformedSeal {
        this.path = path;
        if (!(value.toASN1Primitive() instanceof ASN1Sequence found)) {
            throw new MalformedSeal(Reason.WRONG_STRUCTURE, path, "no SEQUENCE");
        }
        this.sequence = found;
    }

    static Elements of(String path, ASN1Encodable value) throws MalformedSeal {
        return new Elements(path, value);
    }

    Elements sequence(String field) throws MalformedSeal {
        return new Elements(path + "." + field, any(field));
    }

    /** The elements of a SEQUENCE OF. */
    List<ASN1Encodable> all() throws MalformedSeal {
        if (sequence.size() > MOST) {
            throw new MalformedSeal(Reason.TOO_LARGE, path, "more than " + MOST + " elements");
        }
        List<ASN1Encodable> all = new ArrayList<>();
        sequence.forEach(all::add);
        return all;
    }

    String path() {
        return path;
    }

    int number(String field) throws MalformedSeal {
        BigInteger value = take(field, ASN1Integer.class).getValue();
        if (value.signum() < 0 || value.bitLength() > 31) {
            throw wrong(field, "a number between 0 and 2^31 expected");
        }
        return value.intValue();
    }

    String ia5(String field) throws MalformedSeal {
        String text = take(field, ASN1IA5String.class).getString();
        if (!Texts.isAscii(text)) {
            throw wrong(field, "characters outside ASCII");
        }
        return text;
    }

    String printable(String field) throws MalformedSeal {
        return take(field, ASN1PrintableString.class).getString();
    }

    String utf8(String field) throws MalformedSeal {
        return take(field, ASN1UTF8String.class).getString();
    }

    String oid(String field) throws MalformedSeal {
        return take(field, ASN1ObjectIdentifier.class).getId();
    }

    Octets octets(String field) throws MalformedSeal {
        return Octets.of(take(field, ASN1OctetString.class).getOctets());
    }

    Octets bits(String field) throws MalformedSeal {
        ASN1BitString bits = take(field, ASN1BitString.class);
        if (bits.getPadBits() != 0) {
            throw wrong(field, "not a whole number of bytes");
        }
        return Octets.of(bits.getOctets());
    }

    Instant time(String field) throws MalformedSeal {
        try {
            return Texts.instant(take(field, ASN1GeneralizedTime.class).getTimeString());
        } catch (DateTimeException e) {
            throw wrong(field, "a time written as yyyyMMddHHmmssZ expected");
        }
    }

    /** A BOOLEAN that is left out when false. */
    boolean flag(String field) throws MalformedSeal {
        boolean there = next < sequence.size() && sequence.getObjectAt(next).toASN1Primitive() instanceof ASN1Boolean;
        return there && take(field, ASN1Boolean.class).isTrue();
    }

    /** What stands in the optional {@code [0] EXPLICIT}, if it is there. */
    Optional<ASN1Encodable> tagged(String field) throws MalformedSeal {
        if (next == sequence.size()) {
            return Optional.empty();
        }
        ASN1TaggedObject tagged = take(field, ASN1TaggedObject.class);
        if (!tagged.hasContextTag(0) || !tagged.isExplicit()) {
            throw wrong(field, "[0] EXPLICIT expected");
        }
        return Optional.of(tagged.getExplicitBaseObject());
    }

    ASN1Encodable any(String field) throws MalformedSeal {
        if (next >= sequence.size()) {
            throw wrong(field, "missing");
        }
        return sequence.getObjectAt(next++);
    }

    void end() throws MalformedSeal {
        if (next != sequence.size()) {
            throw new MalformedSeal(Reason.WRONG_STRUCTURE, path, "more fields than expected");
        }
    }

    private <T> T take(String field, Class<T> type) throws MalformedSeal {
        Object found = any(field).toASN1Primitive();
        if (!type.isInstance(found)) {
            throw wrong(field, type.getSimpleName().substring("ASN1".length()) + " expected");
        }
        return type.cast(found);
    }

    private MalformedSeal wrong(String field, String message) {
        return new MalformedSeal(Reason.WRONG_STRUCTURE, path + "." + field, message);
    }
}
