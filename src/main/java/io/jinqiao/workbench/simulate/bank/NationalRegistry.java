package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.workbench.simulate.Build;
import io.jinqiao.workbench.simulate.CaseOffice;
import io.jinqiao.workbench.simulate.Course;
import io.jinqiao.workbench.simulate.Premises;
import io.jinqiao.workbench.simulate.Push;
import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A registry that speaks the national message form, and shares nothing with the gateway but the words of the centre: takes applications by SOAP, works on
 * them a step each simulated working day, and tells the result when it stands in the register. Of the way there the form knows nothing.
 */
public final class NationalRegistry extends Premises implements CaseOffice {
    public static final String PARTNER = NationalWire.PARTNER;
    private static final String AREA = "990101";

    private final NationalWire wire;
    private final NationalForms forms;
    private final RegistryBook book;
    private final BankKeys keys;
    private final boolean revised;
    private final boolean secured;
    private final Line line;
    private final Consumer<String> told;
    private Push push = Push.PROPER;
    private @Nullable NationalBranch centre;
    private int numbers;

    /**
     * @param partner the folder of the form, or a copy of it
     * @param revised edition R2 instead of R1
     * @param secured whether envelopes are signed by WS-Security
     * @param work folder of its own book
     * @param port 0: any
     * @param told a line for people, for every message
     */
    public NationalRegistry(BankKeys keys, String partner, boolean revised, boolean secured, Path work, int port, Consumer<String> told) {
        super(partner, Build.OWN, work);
        this.keys = keys;
        this.revised = revised;
        this.secured = secured;
        this.told = told;
        this.wire = new NationalWire(keys, secured);
        this.forms = new NationalForms(revised);
        this.book = new RegistryBook(
                new RegistryPapers(keys), new RegistryMemory(work.resolve("cases.jsonl")), Clock.systemUTC(), received(Operation.REGISTRATION_APPLICATION, RegistrationApplication.class));
        NationalDesk desk = new NationalDesk(wire, forms, book, moods(), ledger(), tray(), told, true);
        this.line = new Line(keys.tls(PARTNER + "-tls-server"), keys.certificate("centre-tls-client"), new HttpFraming(), port, desk);
    }

    @Override
    public synchronized NationalRegistry centreAt(int gate) {
        centre = new NationalBranch(keys, partner(), revised, secured, gate);
        return this;
    }

    /** What does not end in the register is told nobody: the form has no words for it. */
    @Override
    public void course(String caseNo, Course course) {
        if (course == Course.SUPPLEMENT) {
            throw new IllegalArgumentException("报文没有补正 / the form cannot send a case back");
        }
        book.course(caseNo, course);
    }

    /** There is one notice of a case only, so nothing to be late behind another. */
    @Override
    public synchronized void pushes(Push how) {
        if (how != Push.PROPER && how != Push.LOST && how != Push.TWICE) {
            throw new IllegalArgumentException("一宗案件只有一份结果 / a case has one notice only: proper, lost or twice");
        }
        push = how;
    }

    @Override
    public String path() {
        return "/services/registration";
    }

    @Override
    public List<String> day() throws IOException {
        return nextDay().stream().map(answer -> answer.reply().isAccepted() ? NationalWire.DONE : NationalWire.REFUSED).toList();
    }

    /** A working day passes; then the centre is told what was entered. @return what it answered, in the order of what was sent */
    public synchronized List<Answer> nextDay() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (RegistryBook.Notice notice : book.nextDay()) {
            if (notice.code().equals("3003") && push != Push.LOST && centre != null) {
                byte[] bytes = wire.message(forms.result(number(), notice.data()), true, wire.pen(), text -> text);
                for (int times = push == Push.TWICE ? 2 : 1; times > 0; times--) {
                    answers.add(tell(centre, notice, bytes));
                }
            }
        }
        return answers;
    }

    private Answer tell(NationalBranch to, RegistryBook.Notice notice, byte[] bytes) throws IOException {
        Answer answer = to.send(to.letter(new MessageId(number(bytes)), bytes));
        ledger().write("sent", notice.code(), number(bytes), notice.caseNo(), String.valueOf(answer.reply()));
        return answer;
    }

    /**
     * Its side of directories, for a centre that wants files.
     *
     * @param in where the gateway looks for results
     * @param out where the gateway drops applications
     */
    public NationalFiles files(Path in, Path out) {
        NationalDesk desk = new NationalDesk(wire, forms, book, moods(), ledger(), tray(), told, false);
        return new NationalFiles(desk, wire, this::filesOfTheDay, in, out);
    }

    private synchronized Map<String, byte[]> filesOfTheDay() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (RegistryBook.Notice notice : book.nextDay()) {
            if (notice.code().equals("3003")) {
                String number = number();
                files.put(number, wire.message(forms.result(number, notice.data()), false, wire.pen(), text -> text));
            }
        }
        return files;
    }

    /** As the form has them: area, day, a running number. */
    private String number() {
        return AREA + LocalDate.now().format(DateTimeFormatter.ofPattern("yyMMdd")) + String.format("%06d", ++numbers);
    }

    private static String number(byte[] message) {
        String text = new String(message, java.nio.charset.StandardCharsets.UTF_8);
        int at = text.indexOf("&lt;BizMsgID") + "&lt;BizMsgID".length();
        return text.substring(text.startsWith(">", at) ? at + 1 : at + "&gt;".length()).replaceFirst("(?s)&.*", "");
    }

    @Override
    public NationalRegistry start() {
        line.open();
        return this;
    }

    @Override
    public int port() {
        return line.port();
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
