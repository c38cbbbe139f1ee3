package io.jinqiao.workbench.simulate.credit;

import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.HttpFraming;
import io.jinqiao.workbench.simulate.bank.Line;
import io.jinqiao.workbench.simulate.credit.enquiry.EnquiryDesk;
import io.jinqiao.workbench.simulate.credit.enquiry.EnquirySettings;
import io.jinqiao.workbench.simulate.credit.report.ReportSettings;
import io.jinqiao.workbench.simulate.credit.report.ReportingDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The whole Center: a desk for files with two folders in front of it, a desk for enquiries behind a TLS line. Built on its own. */
public final class CreditCenter implements AutoCloseable {
    /** What the command calls it. */
    public static final String NAME = "credit";
    public static final String PATH = "/creditreference/v2/test/channel-query/ServiceAccept";
    private static final int LOOKS_MS = 500;

    private final Path work;
    private final ReportingDesk reporting;
    private final EnquiryDesk enquiries;
    private final MailFolder mail;
    private final Line line;
    private final Consumer<String> told;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "simulated-center");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param work its folder: {@code in}, {@code out} and {@code read} for files, {@code taken} for what it goes on from after a restart
     * @param port of the enquiry line; 0: any
     * @param told a line for people, for every file and every message; never a name or a number of a person
     */
    public CreditCenter(BankKeys keys, Path work, ReportSettings reports, EnquirySettings asking, int port, Clock clock, Consumer<String> told) {
        this.work = work;
        this.told = told;
        this.reporting = ReportingDesk.keptIn(work.resolve("taken"), reports, clock);
        this.enquiries = new EnquiryDesk(asking, keys, clock, told);
        this.line = new Line(keys.tls("credit-reference-tls-server"), keys.certificate("centre-tls-client"), new HttpFraming(), port, enquiries);
        try {
            this.mail = new MailFolder(work, reporting, told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public CreditCenter start() {
        line.open();
        looks.scheduleWithFixedDelay(this::look, 0, LOOKS_MS, TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        try {
            mail.look();
        } catch (IOException | RuntimeException e) { // the next look may fare better
            told.accept("? " + e);
        }
    }

    /** Where {@code in} and {@code out} are. */
    public Path folder() {
        return work;
    }

    public int port() {
        return line.port();
    }

    public ReportingDesk reporting() {
        return reporting;
    }

    public EnquiryDesk enquiries() {
        return enquiries;
    }

    /** Puts delayed feedback into the folder. @return how many */
    public int release() throws IOException {
        var late = reporting.late();
        mail.put(late);
        return late.size();
    }

    @Override
    public void close() {
        looks.shutdownNow();
        line.close();
    }
}
