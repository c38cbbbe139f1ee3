package io.jinqiao.workbench.bench.exchange;

import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.MessageId;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.development.Catalogues;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import io.jinqiao.workbench.simulate.mirror.MirroredBranch;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** Signed applications, every one new, written just before they are sent. */
final class Letters implements AutoCloseable {
    private static final String BANK = "icbc";

    private final SigningRoom chair;
    private final Dialect centre;
    private final MirroredBranch branch;
    private final Path work;
    private final AtomicInteger next = new AtomicInteger();

    Letters(DevelopmentHouse house, Path work) {
        this.work = work;
        this.chair = house.chairOf(BANK);
        this.centre = Catalogues.dialect(house.home(), BANK, java.util.Map.of());
        this.branch = new MirroredBranch(centre, chair, chair.keys().tls(BANK + "-tls-client").context(), "");
    }

    record Batch(Path file, String path) {}

    Batch write(int count) throws IOException {
        Path file = work.resolve("letters.bin");
        String path = "";
        LocalDate today = LocalDate.now();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < count; i++) {
                Letter letter = letter(today);
                out.writeInt(letter.body().length);
                out.write(letter.body());
                path = letter.path();
            }
        }
        return new Batch(file, path);
    }

    private Letter letter(LocalDate today) {
        int n = next.incrementAndGet();
        return branch.write(
                InventedApplications.application("BENCH", n, today), new MessageId("B" + System.nanoTime() + "N" + n), Instant.now());
    }

    /** What stands in every good answer of ours and of the peer. */
    String goodAnswer() {
        return "\"return_code\":\"0\"";
    }

    String bankUserId() {
        return branch.signing().profile().ourUserId();
    }

    /** CPU microseconds of one verification and one signature, on one thread, warmed up. */
    double signatureMicros() {
        Profile profile = branch.signing();
        byte[] input = new byte[4 << 10];
        measure(profile, input, 2000);
        return measure(profile, input, 4000);
    }

    private double measure(Profile profile, byte[] input, int count) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            input[i % input.length]++;
            String signature = chair.signing().sign(profile.profile(), profile.ourKey(), input);
            if (!chair.signing()
                    .verify(profile.profile().mirrored(), java.util.List.of(profile.ourKey()), input, signature, Instant.now())
                    .accepted()) {
                throw new IllegalStateException("our own signature does not verify");
            }
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1000.0 / count;
    }

    @Override
    public void close() {
        chair.close();
    }
}
