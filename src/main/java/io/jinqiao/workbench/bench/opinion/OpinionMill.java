package io.jinqiao.workbench.bench.opinion;

import io.jinqiao.opinion.OpinionMaking;
import io.jinqiao.signing.SigningProfile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Our side of {@code bench opinion}, a process of its own: {@code FOLDER KIND COUNT THREADS WARM}, answered by one line of tabs: nanoseconds
 * of CPU of the whole process, nanoseconds, bytes of one file, and bytes of heap in use after the first and the last tenth. KIND is
 * {@code ofd}, {@code pdf}, or {@code parts}: the signature, the digest and the packing of a finished package alone.
 */
final class OpinionMill {
    private static final int TENTHS = 10;
    private static final SigningProfile DER =
            SigningProfile.sm2(SigningProfile.Form.DER, SigningProfile.Text.BASE64);

    private OpinionMill() {}

    public static void main(String[] arguments) throws Exception {
        int count = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        int warm = Integer.parseInt(arguments[4]);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try (Works works = Works.open(Path.of(arguments[0]))) {
            IntFunction<byte[]> work = work(arguments[1], works);
            run(workers, work, warm, 0);
            long[] heap = new long[TENTHS];
            long cpu = cpu();
            long begin = System.nanoTime();
            long looking = 0;
            int bytes = 0;
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                bytes = run(workers, work, Math.max(1, count / TENTHS), warm + tenth * (count / TENTHS));
                long pause = System.nanoTime();
                long pauseCpu = cpu();
                heap[tenth] = heap();
                cpu += cpu() - pauseCpu;
                looking += System.nanoTime() - pause;
            }
            System.out.println((cpu() - cpu) + "\t" + (System.nanoTime() - begin - looking) + "\t" + bytes + "\t" + heap[0] + "\t" + heap[TENTHS - 1]);
        } finally {
            workers.shutdown();
        }
    }

    private static IntFunction<byte[]> work(String kind, Works works) throws IOException {
        OpinionMaking making = works.making();
        Instant at = Instant.now();
        return switch (kind) {
            case "ofd" -> n -> making.ofd(Works.approval(n), at);
            case "pdf" -> n -> making.pdf(Works.approval(n), at);
            case "parts" -> {
                Map<String, byte[]> files = files(making.ofd(Works.approval(0), at));
                yield n -> parts(works, files);
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static int run(ExecutorService workers, IntFunction<byte[]> work, int count, int first) throws Exception {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int n = first + i;
            all.add(() -> work.apply(n).length);
        }
        int bytes = 0;
        for (Future<Integer> one : workers.invokeAll(all)) {
            bytes = one.get();
        }
        return bytes;
    }

    private static byte[] parts(Works works, Map<String, byte[]> files) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(256 << 10);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(128 << 10);
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.setLevel(3);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                whole.write(file.getValue());
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        works.room().signing().sign(DER, works.ofdKey().alias(), whole.toByteArray());
        return packed.toByteArray();
    }

    private static Map<String, byte[]> files(byte[] packed) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
