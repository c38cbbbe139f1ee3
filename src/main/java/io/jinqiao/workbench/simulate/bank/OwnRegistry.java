package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.CaseOffice;
import io.jinqiao.workbench.simulate.Course;
import io.jinqiao.workbench.simulate.Paper;
import io.jinqiao.workbench.simulate.Premises;
import io.jinqiao.workbench.simulate.Push;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A registry's test system that shares nothing with the gateway but the words of the centre: checks, takes applications, works on them a step each
 * simulated working day, and calls back.
 */
public final class OwnRegistry extends Premises implements CaseOffice {
    public static final String PARTNER = "registry";

    private final RegistryWire wire;
    private final RegistryBook book;
    private final RegistryDesk desk;
    private final RegistryFiles files = new RegistryFiles();
    private final Line line;
    private final BankKeys keys;
    private final List<RegistryBook.Notice> waiting = new ArrayList<>();
    private Push push = Push.PROPER;
    private @Nullable RegistryCaller centre;
    private int notices;

    /**
     * @param work folder of its own book
     * @param port 0: any
     * @param trade time of the trade, which its register is kept by; envelopes and sessions keep real time
     * @param told a line for people, for every message
     */
    public OwnRegistry(BankKeys keys, Path work, int port, Clock trade, Consumer<String> told) {
        super(PARTNER, Build.OWN, work);
        this.keys = keys;
        this.wire = new RegistryWire(keys);
        this.book = new RegistryBook(
                new RegistryPapers(keys), new RegistryMemory(work.resolve("cases.jsonl")), trade, received(Operation.REGISTRATION_APPLICATION, RegistrationApplication.class));
        this.desk = new RegistryDesk(wire, book, files, moods(), ledger(), tray(), told);
        this.line = new Line(keys.tls("registry-tls-server"), keys.certificate("centre-tls-client"), new HttpFraming(), port, desk);
    }

    @Override
    public synchronized OwnRegistry centreAt(int port) {
        centre = new RegistryCaller(wire, Caller.overHttp(keys.tls("registry-tls-client"), "https://localhost:" + port));
        return this;
    }

    /** What the register says of a title. */
    public void estate(String title, String unit, String holder, String identity) {
        book.estate(title, unit, holder, identity);
    }

    /** The building of a unit is registered for the first time. */
    public void building(String unit, LocalDate day) {
        book.building(unit, day.toString());
    }

    /** @param flag such as {@code cfztcode} @param code 0, 1, 2, 9; null: the register does not say */
    public void mark(String unit, String flag, @Nullable String code) {
        book.mark(unit, flag, code);
    }

    /** A case that was filed before anybody looks. */
    public void filed(RegistrationApplication application) {
        book.file(application);
    }

    /** The case stands in the register and its certificate is handed out, before anybody looks. */
    public void issued(String caseNo, String proof) {
        book.issued(caseNo, proof);
    }

    @Override
    public void course(String caseNo, Course course) {
        book.course(caseNo, course);
    }

    /** Kinds of the files of a case that are whole. */
    public List<String> files(String caseNo) {
        return files.whole(caseNo);
    }

    /** Every part of a file that was heard for a case, also again: such as {@code identity-card 1/2}. */
    public List<String> parts(String caseNo) {
        return files.heard(caseNo);
    }

    /** What is wrong with certificates it hands out from now on. */
    public void papers(Paper how) {
        book.papers(how);
    }

    @Override
    public synchronized void pushes(Push how) {
        push = how;
    }

    /** Nothing is answered while it is down. */
    public void down(boolean now) {
        desk.down(now);
    }

    /** Every token it gave is void from now on. */
    public void endSessions() {
        desk.endSessions();
    }

    @Override
    public List<String> day() throws IOException, InterruptedException {
        return nextDay();
    }

    /** A working day passes; then the centre is told, as {@link #pushes} says. @return return codes of the centre, in the order of what was sent */
    public synchronized List<String> nextDay() throws IOException, InterruptedException {
        List<RegistryBook.Notice> today = book.nextDay();
        List<RegistryBook.Notice> now = new ArrayList<>();
        switch (push) {
            case LOST -> { }
            case TWICE -> today.forEach(notice -> {
                ObjectNode numbered = numbered(notice);
                now.add(new RegistryBook.Notice(notice.code(), notice.caseNo(), numbered));
                now.add(new RegistryBook.Notice(notice.code(), notice.caseNo(), numbered));
            });
            case LATE -> {
                now.addAll(waiting);
                waiting.clear();
                waiting.addAll(today);
            }
            case OUT_OF_ORDER -> waiting.addAll(today);
            default -> now.addAll(today);
        }
        return tell(now);
    }

    /** Sends what waits, the newest first. */
    public synchronized List<String> tellTheNewestFirst() throws IOException, InterruptedException {
        List<RegistryBook.Notice> all = new ArrayList<>(waiting);
        waiting.clear();
        Collections.reverse(all);
        return tell(all);
    }

    private List<String> tell(List<RegistryBook.Notice> now) throws IOException, InterruptedException {
        List<String> codes = new ArrayList<>();
        for (RegistryBook.Notice notice : now) {
            if (centre != null) {
                RegistryWire.Heard heard = centre.call(notice.code(), "REGISTRY" + System.nanoTime(), numbered(notice));
                ledger().write("sent", notice.code(), heard.seq(), notice.caseNo(), heard.code());
                codes.add(heard.code());
            }
        }
        return codes;
    }

    private ObjectNode numbered(RegistryBook.Notice notice) {
        if (!notice.data().has("tsbh")) {
            notice.data().put("tsbh", String.format("TS%08d", ++notices));
        }
        return notice.data();
    }

    /** Opens a session with the centre. @param seq the same number asks the same question again @return its token */
    public synchronized String openSession(String seq) throws IOException, InterruptedException {
        return java.util.Objects.requireNonNull(centre).open(seq);
    }

    /** Sends one notice in a session of choice. @return the centre's return code */
    public synchronized String tellIn(@Nullable String session, String code, ObjectNode data) throws IOException, InterruptedException {
        return java.util.Objects.requireNonNull(centre).callIn(session, code, "REGISTRY" + System.nanoTime(), data).code();
    }

    /** Sends one status notice in its own session. @return the centre's return code */
    public synchronized String tell(ObjectNode status) throws IOException, InterruptedException {
        return java.util.Objects.requireNonNull(centre).call("3002", "REGISTRY" + System.nanoTime(), status).code();
    }

    @Override
    public OwnRegistry start() {
        line.open();
        return this;
    }

    @Override
    public int port() {
        return line.port();
    }

    /** How long a session lasts that is opened from now on. */
    public void sessionsLast(Duration duration) {
        desk.sessionsLast(duration);
    }

    @Override
    public boolean http() {
        return true;
    }

    @Override
    protected void leave() {
        line.close();
    }
}
