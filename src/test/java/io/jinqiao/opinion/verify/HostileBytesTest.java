package io.jinqiao.opinion.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.opinion.Approvals;
import io.jinqiao.opinion.DocumentFault;
import io.jinqiao.opinion.DocumentVerdict;
import io.jinqiao.opinion.OpinionVerification;
import io.jinqiao.opinion.SealDevice;
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
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Genuine documents damaged in the ways parsers fall for, at every layer the verifier reads: file, package, DER. Whatever comes is answered
 * by a verdict, never by the last resort, and the damage is noticed.
 */
@Tag("fuzzing")
class HostileBytesTest {
    /** Of each kind; a long run says more. */
    private static final int DOCUMENTS = Integer.getInteger("jinqiao.hostile.documents", 200);

    private static final byte[] PDF = pdf();
    private static final int[] INTERESTING = {0, 1, -1, 0x7F, 0x80, 0xFF, 0x7FFFFFFF, 0x80000000, 0x10000, 0x30800000, 0x0400FFFF};

    @Test
    void aDamagedPdfIsAnswered() {
        each(PDF, random -> damaged(PDF, random));
    }

    @Test
    void aDamagedPackageIsAnswered() {
        byte[] genuine = Forger.genuine();
        each(genuine, random -> damaged(genuine, random));
    }

    @Test
    void aDamagedFileInAPackageThatIsWholeIsAnswered() {
        List<String> names = List.copyOf(Forger.of().files.keySet());
        each(Forger.of().zip(), random -> {
            String name = names.get(random.nextInt(names.size()));
            return with(name, damaged(Forger.of().files.get(name), random));
        });
    }

    @Test
    void aDamagedSealedValueIsAnswered() {
        each(Forger.of().zip(), random -> with(Forger.VALUE, damaged(Forger.of().files.get(Forger.VALUE), random)));
    }

    @Test
    void aDamagedSealIsAnswered() {
        each(Forger.of().zip(), random -> with(Forger.SEAL, damaged(Forger.of().files.get(Forger.SEAL), random)));
    }

    /** Without the certificates of issuers, which are neither used nor protected: see PdfSignatureValueTest. */
    @Test
    void aDamagedSignatureContainerIsAnswered() {
        String text = new String(PDF, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/Contents <") + "/Contents <".length();
        int to = text.indexOf('>', from);
        byte[] container = HexFormat.of().parseHex(text.substring(from, to));
        each(PDF, random -> {
            String digits = HexFormat.of().formatHex(Arrays.copyOf(damaged(container, random), container.length));
            return (text.substring(0, from) + digits + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
        });
    }

    private static byte[] with(String name, byte[] content) {
        Forger forger = Forger.of();
        forger.files.put(name, content);
        return forger.zip();
    }

    /** Whoever sees a failure makes the same document again by its seed. */
    private static void each(byte[] genuine, Function<Random, byte[]> making) {
        long first = Long.getLong("jinqiao.hostile.seed", System.nanoTime());
        for (long seed = first; seed < first + DOCUMENTS; seed++) {
            byte[] file = making.apply(new Random(seed));
            DocumentVerdict verdict = OpinionVerification.verify(file, Bases.nothing());

            assertThat(verdict.failures().isEmpty()).as("seed %d: %s", seed, verdict).isEqualTo(Arrays.equals(file, genuine));
            assertThat(verdict.failures()).as("seed %d", seed).doesNotContain(DocumentFault.VERIFIER_STOPPED.code());
        }
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
                        typeface, new SealDesign("示范市住房公积金中心", "贷款审批专用章", "样章·测试"), alone(TestSeal.device()), ZoneId.of("Asia/Shanghai"))
                .seal(form.lay(new Opinion(Approvals.ordinary(), "示范银行")), Bases.now(), "审批");
    }

    /** The device with the signer's certificate only. */
    private static SealDevice alone(SealDevice device) {
        return new SealDevice() {
            @Override
            public String name() {
                return device.name();
            }

            @Override
            public boolean legallyEffective() {
                return false;
            }

            @Override
            public List<X509Certificate> chain() {
                return device.chain().subList(0, 1);
            }

            @Override
            public byte[] sign(byte[] bytes) {
                return device.sign(bytes);
            }
        };
    }
}
