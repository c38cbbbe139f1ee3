package io.jinqiao.workbench.simulate.bank;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.imageio.ImageIO;

/** The registry's electronic seal and what it seals (GB/T 38540, version 4), written out from the standard's structures. */
final class RegistrySeal {
    /** As the seal is named. */
    static final String ORGANISATION = "虚构市不动产登记中心";

    private static final byte[] SM2_WITH_SM3 = Tlv.oid(1, 2, 156, 10197, 1, 501);
    private static final int VERSION = 4;
    private static final int MILLIMETRES = 40;
    private static final int DOTS = 160;

    private final BankKeys keys;
    private final String user;
    private final byte[] seal;

    /** @param user alias of whose key seals */
    RegistrySeal(BankKeys keys, String user) {
        this.keys = keys;
        this.user = user;
        this.seal = made(keys, user, Instant.now().truncatedTo(ChronoUnit.DAYS));
    }

    /** What {@code Seal.esl} holds. */
    byte[] data() {
        return seal;
    }

    private static byte[] made(BankKeys keys, String user, Instant from) {
        byte[] header = Tlv.sequence(Tlv.ascii("ES"), Tlv.integer(VERSION), Tlv.ascii("simulated-registry"));
        byte[] property = Tlv.sequence(
                Tlv.integer(1),
                Tlv.utf8(ORGANISATION + "不动产登记专用章（样章）"),
                Tlv.integer(1),
                Tlv.sequence(Tlv.octets(der(keys, user))),
                Tlv.time(from),
                Tlv.time(from),
                Tlv.time(from.plus(Duration.ofDays(365))));
        byte[] picture = Tlv.sequence(Tlv.ascii("PNG"), Tlv.octets(ring()), Tlv.integer(MILLIMETRES), Tlv.integer(MILLIMETRES));
        byte[] info = Tlv.sequence(header, Tlv.ascii("SIM-REGISTRY-1"), property, picture);
        String maker = "seal-maker-sm2";
        return Tlv.sequence(info, Tlv.octets(der(keys, maker)), SM2_WITH_SM3, Tlv.bits(Sm2.signDer(keys.sm2Key(maker), info)));
    }

    /** What {@code SignedValue.dat} holds. @param place absolute path of the description in the package */
    byte[] over(byte[] description, String place, Instant at) {
        byte[] input = Tlv.sequence(
                Tlv.integer(VERSION), seal, Tlv.time(at), Tlv.bits(Sm2.sm3(description)), Tlv.ascii(place));
        return Tlv.sequence(input, Tlv.octets(der(keys, user)), SM2_WITH_SM3, Tlv.bits(Sm2.signDer(keys.sm2Key(user), input)));
    }

    private static byte[] der(BankKeys keys, String alias) {
        try {
            return keys.certificate(alias).getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read has an encoding", e);
        }
    }

    private static byte[] ring() {
        BufferedImage image = new BufferedImage(DOTS, DOTS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.setStroke(new BasicStroke(6));
        pen.drawOval(6, 6, DOTS - 12, DOTS - 12);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
