package io.jinqiao.workbench.simulate.credit.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Where reporting files are handed in and feedback is fetched. One file is judged at a time. */
public final class ReportingDesk {
    private static final String REFUSED_BY_ORDER = "ABF000";

    private final ReportSettings settings;
    private final Intake intake;
    private final @Nullable Vault vault;
    private final List<Feedback> waiting = new ArrayList<>();
    private Manner manner = Manner.ANSWERS;
    private int times = Integer.MAX_VALUE;

    ReportingDesk(ReportSettings settings, Catalogue catalogue, @Nullable Path kept, Clock clock) {
        this.settings = settings;
        this.intake = new Intake(settings, catalogue, clock);
        this.vault = kept == null ? null : Vault.opened(kept, intake);
        if (vault != null) {
            waiting.addAll(vault.waiting());
        }
    }

    /** Forgets everything when it ends. */
    public static ReportingDesk inMemory(ReportSettings settings, Clock clock) {
        return new ReportingDesk(settings, Catalogue.of(settings), null, clock);
    }

    /** @param kept folder of what was taken; a restart goes on from it */
    public static ReportingDesk keptIn(Path kept, ReportSettings settings, Clock clock) {
        return new ReportingDesk(settings, Catalogue.of(settings), kept, clock);
    }

    /** @param files how many are treated so, from now on */
    public synchronized void behave(Manner how, int files) {
        manner = how;
        times = files;
    }

    /**
     * What was taken is durable before the answer leaves.
     *
     * @param name with the extension of its wrapping, or without
     * @return what is answered now: nothing, one feedback file or the same one twice
     */
    public synchronized List<Feedback> deliver(String name, byte[] bytes) {
        Manner how = times-- > 0 ? manner : Manner.ANSWERS;
        if (how == Manner.LOSES_FILE) {
            return List.of();
        }
        Parcel parcel = Parcel.unwrap(name, bytes, settings);
        Intake.Verdict verdict = how == Manner.REFUSES ? intake.refused(parcel, REFUSED_BY_ORDER) : intake.judge(parcel);
        if (vault != null) {
            vault.keep(parcel, verdict.taken());
        }
        return switch (how) {
            case TWICE -> List.of(verdict.feedback(), verdict.feedback());
            case LOSES_ANSWER -> List.of();
            case DELAYS -> {
                waiting.add(verdict.feedback());
                if (vault != null) {
                    vault.keepWaiting(verdict.feedback());
                }
                yield List.of();
            }
            case OTHER_FILE -> List.of(verdict.feedback().ofAnother());
            case ROWS_BEYOND -> List.of(verdict.feedback().beyond());
            case UNKNOWN_CODE -> List.of(verdict.feedback().unheardOf());
            case HALF -> List.of(verdict.feedback().half());
            default -> List.of(verdict.feedback());
        };
    }

    /** Feedback that was delayed, once. */
    public synchronized List<Feedback> late() {
        List<Feedback> late = List.copyOf(waiting);
        waiting.clear();
        if (vault != null) {
            vault.released(late);
        }
        return late;
    }

    public Coverage coverage() {
        return intake.coverage();
    }

    /** What it holds, in numbers. */
    public synchronized String holds() {
        return intake.ledger().toString();
    }

    /** The file as it goes over the line. */
    public byte[] wrapped(Feedback feedback) {
        return settings.sealsFeedback() ? wrapped(feedback.bytes(), settings) : feedback.bytes();
    }

    /** Compressed and encrypted as agreed. */
    public static byte[] wrapped(byte[] plain, ReportSettings settings) {
        try {
            byte[] packed = settings.gzip() ? packed(plain) : plain;
            return settings.seal() == null ? packed : settings.seal().close(packed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
