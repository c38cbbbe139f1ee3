import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.font.Font;
import org.ofdrw.font.FontName;
import org.ofdrw.gm.ses.v4.SESeal;
import org.ofdrw.layout.OFDDoc;
import org.ofdrw.layout.PageLayout;
import org.ofdrw.layout.VirtualPage;
import org.ofdrw.layout.element.Paragraph;
import org.ofdrw.layout.element.Position;
import org.ofdrw.layout.element.canvas.Canvas;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.signContainer.SESV4Container;
import org.ofdrw.sign.stamppos.NormalStampPos;
import org.ofdrw.sign.verify.OFDValidator;
import org.ofdrw.sign.verify.container.SESV4ValidateContainer;

/**
 * Another implementation of OFD beside ours: ofdrw with its own Bouncy Castle, never on our class path. Run from this source in a process
 * of its own ({@code java -cp 'target/oracles/ofdrw/*' src/bench/ofdrw/Ofdrw.java COMMAND …}); answers in lines.
 *
 * <pre>
 * verify FILE…              for each: "accepted", or "refused" and why
 * text FILE                 every text on its pages, in the order of drawing
 * seal PLAN SEAL KEY CERTIFICATE OUT        makes and seals one document
 * bench PLAN SEAL KEY CERTIFICATE COUNT THREADS WARM        "nanoseconds of CPU, nanoseconds, bytes of one file"
 * </pre>
 *
 * A plan has lines of tabs: {@code page}, {@code text x y size words}, {@code line x1 y1 x2 y2 width}, {@code seal x y} in millimetres.
 */
final class Ofdrw {
    private static final double SEAL = 42;

    private final List<String[]> plan;
    private final byte[] seal;
    private final PrivateKey key;
    private final Certificate certificate;

    private Ofdrw(String plan, String seal, String key, String certificate) throws Exception {
        this.plan = Files.readAllLines(Path.of(plan)).stream().map(line -> line.split("\t")).toList();
        this.seal = Files.readAllBytes(Path.of(seal));
        this.key = KeyFactory.getInstance("EC", "BC").generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(key))));
        this.certificate = CertificateFactory.getInstance("X.509", "BC")
                .generateCertificate(Files.newInputStream(Path.of(certificate)));
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        switch (arguments[0]) {
            case "verify" -> {
                for (int i = 1; i < arguments.length; i++) {
                    System.out.println(verify(Path.of(arguments[i])));
                }
            }
            case "text" -> text(Path.of(arguments[1])).forEach(System.out::println);
            case "seal" -> Files.write(Path.of(arguments[5]), of(arguments).sealed());
            case "bench" -> of(arguments)
                    .bench(Integer.parseInt(arguments[5]), Integer.parseInt(arguments[6]), Integer.parseInt(arguments[7]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static Ofdrw of(String[] arguments) throws Exception {
        return new Ofdrw(arguments[1], arguments[2], arguments[3], arguments[4]);
    }

    private static String verify(Path file) {
        try (OFDReader reader = new OFDReader(file); OFDValidator validator = new OFDValidator(reader)) {
            validator.setValidator(new SESV4ValidateContainer()).exeValidate();
            return "accepted";
        } catch (Exception e) {
            return "refused\t" + e.getClass().getSimpleName() + "\t" + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }

    private static List<String> text(Path file) throws IOException {
        try (OFDReader reader = new OFDReader(file)) {
            List<String> all = new ArrayList<>();
            for (TextObject text : new ContentExtractor(reader).extractAllTextObject()) {
                for (TextCode code : text.getTextCodes()) {
                    all.add(code.getContent());
                }
            }
            return all;
        }
    }

    private byte[] sealed() throws Exception {
        Path unsealed = Files.createTempFile("ofdrw", ".ofd");
        try {
            Files.write(unsealed, made());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OFDReader reader = new OFDReader(unsealed);
                    OFDSigner signer = new OFDSigner(reader, out, new NumberFormatAtomicSignID())) {
                signer.setSignMode(SignMode.WholeProtected);
                signer.setSignContainer(new SESV4Container(key, SESeal.getInstance(seal), certificate));
                for (String[] mark : plan) {
                    if (mark[0].equals("seal")) {
                        signer.addApPos(new NormalStampPos(
                                1, number(mark, 1) - SEAL / 2, number(mark, 2) - SEAL / 2, SEAL, SEAL));
                    }
                }
                signer.exeSign();
            }
            return out.toByteArray();
        } finally {
            Files.delete(unsealed);
        }
    }

    private byte[] made() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // no font file: this library would copy the whole of it into every document
        Font font = new Font("宋体", "宋体").setPrintableAsciiWidthMap(FontName.NOTO_PRINTABLE_ASCII_WIDTH_MAP);
        try (OFDDoc document = new OFDDoc(out)) {
            document.setDefaultPageLayout(PageLayout.A4());
            VirtualPage page = null;
            for (String[] mark : plan) {
                if (mark[0].equals("page")) {
                    page = new VirtualPage(PageLayout.A4());
                    page.add(lines(plan));
                    document.addVPage(page);
                } else if (mark[0].equals("text")) {
                    double size = number(mark, 3);
                    double width = size * (mark[4].length() + 2);
                    Paragraph paragraph = new Paragraph(number(mark, 1), number(mark, 2) - size, width, size * 2);
                    paragraph.setDefaultFont(font).setFontSize(size).setLineSpace(0.0).add(mark[4]);
                    page.add(paragraph);
                }
            }
        }
        return out.toByteArray();
    }

    private static Canvas lines(List<String[]> plan) {
        Canvas canvas = new Canvas(0, 0, 210, 297);
        canvas.setPosition(Position.Absolute);
        canvas.setDrawer(context -> {
            for (String[] mark : plan) {
                if (mark[0].equals("line")) {
                    context.setLineWidth(number(mark, 5));
                    context.beginPath();
                    context.moveTo(number(mark, 1), number(mark, 2));
                    context.lineTo(number(mark, 3), number(mark, 4));
                    context.stroke();
                }
            }
        });
        return canvas;
    }

    private static double number(String[] mark, int at) {
        return Double.parseDouble(mark[at]);
    }

    private void bench(int count, int threads, int warm) throws Exception {
        run(warm, threads);
        long cpu = cpu();
        long begin = System.nanoTime();
        int bytes = run(count, threads);
        System.out.println((cpu() - cpu) + "\t" + (System.nanoTime() - begin) + "\t" + bytes);
    }

    private int run(int count, int threads) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(workers.submit(() -> sealed().length));
        }
        int bytes = 0;
        for (Future<Integer> one : all) {
            bytes = one.get();
        }
        workers.shutdown();
        return bytes;
    }

    /** Of the whole process: whatever the JVM spends is spent. */
    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
