package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.TestSeal;
import io.jinqiao.opinion.form.Letterhead;
import io.jinqiao.opinion.form.Opinion;
import io.jinqiao.opinion.form.OpinionForm;
import io.jinqiao.opinion.pdf.PdfOpinions;
import io.jinqiao.opinion.seal.SealDesign;
import io.jinqiao.opinion.sheet.Typeface;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/**
 * Genuine documents damaged in the ways parsers fall for, at every layer the verifier reads: file, package, DER. Whatever comes is answered
 * by a verdict, never by an exception, and the damage is noticed.
 */
@Tag("fuzzing")
class HostileBytesTest {
    private static final byte[] PDF = pdf();
    private static final int[] INTERESTING = {0, 1, -1, 0x7F, 0x80, 0xFF, 0x7FFFFFFF, 0x80000000, 0x10000, 0x30800000, 0x0400FFFF};

    @Property(tries = 300)
    void aDamagedPdfIsAnswered(@ForAll Random random) {
        noticed(damaged(PDF, random), PDF);
    }

    @Property(tries = 300)
    void aDamagedPackageIsAnswered(@ForAll Random random) {
        noticed(damaged(Forger.genuine(), random), Forger.genuine());
    }

    @Property(tries = 300)
    void aDamagedSealedValueIsAnswered(@ForAll Random random) {
        Forger forger = Forger.of();
        forger.files.put(Forger.VALUE, damaged(forger.files.get(Forger.VALUE), random));
        noticed(forger.zip(), Forger.of().zip());
    }

    @Property(tries = 200)
    void aDamagedSealIsAnswered(@ForAll Random random) {
        Forger forger = Forger.of();
        forger.files.put(Forger.SEAL, damaged(forger.files.get(Forger.SEAL), random));
        noticed(forger.zip(), Forger.of().zip());
    }

    /** The issuers' certificates in it are neither used nor protected, so a change there may go unnoticed. */
    @Property(tries = 300)
    void aDamagedSignatureContainerIsAnswered(@ForAll Random random) {
        String text = new String(PDF, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/Contents <") + "/Contents <".length();
        int to = text.indexOf('>', from);
        byte[] container = HexFormat.of().parseHex(text.substring(from, to));
        byte[] changed = Arrays.copyOf(damaged(container, random), container.length);
        byte[] file = (text.substring(0, from) + HexFormat.of().formatHex(changed) + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(OpinionVerification.verify(file, Bases.nothing()).findings()).isNotEmpty();
    }

    private static void noticed(byte[] file, byte[] genuine) {
        DocumentVerdict verdict = OpinionVerification.verify(file, Bases.nothing());

        assertThat(verdict.failures().isEmpty()).as(verdict::toString).isEqualTo(Arrays.equals(file, genuine));
    }

    /** One to four changes: a byte, a number, a block taken out, doubled, or put elsewhere, the end cut off. */
    private static byte[] damaged(byte[] genuine, Random random) {
        byte[] bytes = genuine.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && bytes.length > 8; i--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length - 4);
        int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> ByteBuffer.wrap(bytes).putInt(at, INTERESTING[random.nextInt(INTERESTING.length)]);
            case 2 -> {
                return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            }
            case 3 -> {
                return joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            }
            case 4 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
            default -> {
                return Arrays.copyOf(bytes, at + 1);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length + second.length);
        all.writeBytes(first);
        all.writeBytes(second);
        return all.toByteArray();
    }

    private static byte[] pdf() {
        Typeface typeface = Typeface.load();
        OpinionForm form = new OpinionForm(typeface, new Letterhead("示范市住房公积金中心", "https://verify.example.invalid/opinion", true));
        return new PdfOpinions(
                        typeface, new SealDesign("示范市住房公积金中心", "贷款审批专用章", "样章·测试"), TestSeal.device(), ZoneId.of("Asia/Shanghai"))
                .seal(form.lay(new Opinion(Approvals.ordinary(), "示范银行")), Bases.now(), "审批");
    }
}
