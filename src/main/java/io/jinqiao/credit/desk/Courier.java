package io.jinqiao.credit.desk;

import io.jinqiao.credit.ReportSealer;
import io.jinqiao.credit.file.FeedbackProblem;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.DeliveryStore;
import io.jinqiao.timetable.Timetable;
import jakarta.annotation.PostConstruct;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Takes files to the Center's front-end machine and answers home. A file is gone when its row says so: one that was put there before a process died is put
 * there again, the same bytes under the same name. An answer that cannot be taken lies aside until somebody looked.
 */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final int NAME = 30;

    private final Timetable timetable;
    private final Reports house;
    private final DeliveryStore store;
    private final FrontEnd center;
    private final Answers answers;
    private final ReportingRules.Feedback agreed;
    private final @Nullable ReportSealer sealer;
    private final Map<Path, Looked> looked = new HashMap<>();
    private final Set<Path> failing = new HashSet<>();

    /** An answer whose row is there and that was not moved away yet. */
    private record Looked(byte[] digest, boolean taken) {}

    /** @param sealer null where files are not encrypted */
    Courier(Timetable timetable, Reports house, DeliveryStore store, FrontEnd center, Answers answers, ReportingRules.Feedback agreed, @Nullable ReportSealer sealer) {
        this.timetable = timetable;
        this.house = house;
        this.store = store;
        this.center = center;
        this.answers = answers;
        this.agreed = agreed;
        this.sealer = sealer;
    }

    @PostConstruct
    void declare() {
        timetable.every("credit-files", LOOK_EVERY, this::look);
    }

    /** What cannot be delivered keeps no answer from being taken, and nothing keeps from the alarm. */
    void look() {
        try {
            deliver();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            answers();
        }
    }

    private void answers() {
        try {
            fetch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            alarm();
        }
    }

    /** In the order they were made: a later file may rest on what an earlier one tells, so one that is not what was made holds back those after it. */
    void deliver() throws IOException {
        for (DeliveryStore.Waiting file : store.waiting()) {
            Path made = house.folder().path(file.name());
            if (!MessageDigest.isEqual(file.digest(), digest(made))) {
                LOG.error("ALARM credit report: {} is not the file that was made; it and the files after it wait until somebody looked / 报送文件与生成时不一致，该文件及其后的文件暂不发送，待人工处理", file.name());
                return;
            }
            center.put(made);
            store.delivered(file.name(), house.clock().instant());
            Files.delete(made);
        }
    }

    /** A file that cannot be read, taken or moved stays where it is, is told once, and keeps no other from being taken. */
    void fetch() throws IOException {
        List<Path> there = center.whole();
        looked.keySet().retainAll(there);
        failing.retainAll(there);
        for (Path file : there) {
            try {
                takeIn(file);
                failing.remove(file);
            } catch (IOException | RuntimeException e) {
                if (failing.add(file)) {
                    LOG.error("ALARM credit report: {} cannot be taken or moved away ({}); it stays where it is until somebody looked / 反馈文件无法读入或移走，待人工处理", file.getFileName(), e.getClass().getSimpleName());
                }
            }
        }
    }

    /** What was looked at and lies there still, the same bytes, is only to be moved away. */
    private void takeIn(Path file) throws IOException {
        byte[] digest = digest(file);
        Looked before = looked.get(file);
        if (before == null || !MessageDigest.isEqual(before.digest(), digest)) {
            DeliveryStore.Came came = take(file, digest);
            store.came(came, house.clock().instant());
            before = new Looked(digest, came.problems().isEmpty());
            looked.put(file, before);
            if (!before.taken()) {
                LOG.error("ALARM credit report: the answer {} was not taken: {} / 反馈文件未能读入", file.getFileName(), came.problems());
            }
        }
        if (before.taken()) {
            Files.delete(file);
        } else {
            Path aside = Files.createDirectories(center.in().resolve("aside"));
            Files.move(file, aside.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        looked.remove(file);
    }

    /** Once for each file the Center took and never said anything about: its loans wait until it does. */
    void alarm() {
        Instant now = house.clock().instant();
        for (String file : store.missed(now.minus(Duration.ofDays(agreed.withinDays())), now)) {
            LOG.error("ALARM credit report: no answer to {} within {} days; its loans are told nothing new of until it comes / 报送文件逾期未反馈，相关贷款暂停报送", file, agreed.withinDays());
        }
    }

    private DeliveryStore.Came take(Path file, byte[] digest) {
        String text = file.getFileName().toString();
        Optional<FileName> name = FileName.parse(text.substring(0, Math.min(NAME, text.length()))).filter(one -> one.flag() > 0);
        if (name.isEmpty()) {
            return new DeliveryStore.Came(text, digest, false, 0, 0, List.of("文件名不符 / no name of an answer"));
        }
        try (InputStream content = opened(file)) {
            Answers.Result result = answers.take(name.get(), content);
            return new DeliveryStore.Came(text, digest, result.repeated(), result.accepted(), result.refused(), result.problems().stream().map(FeedbackProblem::toString).toList());
        } catch (DataIntegrityViolationException e) {
            LOG.error("the answer {} does not fit what is known ({}) / 反馈与台账不符", text, e.getClass().getSimpleName());
            return new DeliveryStore.Came(text, digest, false, 0, 0, List.of("与台账不符 / does not fit what is known: " + e.getClass().getSimpleName()));
        } catch (IOException e) {
            return new DeliveryStore.Came(text, digest, false, 0, 0, List.of("无法解密或解压 / cannot be opened: " + e.getClass().getSimpleName()));
        }
    }

    private InputStream opened(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (!agreed.wrapped()) {
            return in;
        }
        return new GZIPInputStream(sealer == null ? in : sealer.open(in));
    }

    private static byte[] digest(Path file) throws IOException {
        MessageDigest digest = ReportFolder.sha256();
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }
}
