package io.jinqiao.workbench.bench.crash;

import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.demo.InventedApplications;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.SimulatedBranch;
import io.jinqiao.workbench.simulate.SimulatedPartner;
import io.jinqiao.workbench.simulate.Simulators;
import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.OwnBranch;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The bank in the campaign: its branch writes applications until they are answered, its back office takes what we send, in its moods. */
final class BankSide implements AutoCloseable {
    private static final String BANK = "icbc";
    private static final int BRANCHES = 2;
    /** Every so many applications one is of a kind that is refused, so that refusals are committed too. */
    private static final int REFUSED_EVERY = 5;
    /** Milliseconds between two applications of a branch, while a gateway waits to be killed and while it starts. */
    private static final int PACE = 100;
    private static final int SLOW_PACE = 1500;
    private static final int TICK = 50;

    /** Every so many broken exchanges the application is written anew. */
    private static final int REWRITTEN_EVERY = 2;

    static final String REFUSED = "refused";

    private final SimulatedPartner bank;
    private final List<SimulatedBranch> addresses = new ArrayList<>();
    private final int firstPort = DevelopmentHouse.freePort();
    private final int secondPort = DevelopmentHouse.freePort();
    private final int bankPort = DevelopmentHouse.freePort();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final AtomicInteger rewritten = new AtomicInteger();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> wrong = new ConcurrentHashMap<>();
    private final List<Thread> branches = new ArrayList<>();
    private volatile boolean writing = true;
    private volatile boolean open = true;
    private volatile int pace = PACE;

    BankSide(DevelopmentHouse house, Random random) {
        this.bank = new Simulators(house.home(), house.certificates())
                .bank(BANK, bankPort, line -> { })
                .start();
        bank.moods().lateBy(java.time.Duration.ofSeconds(6));
        bank.moods().mood(() -> mood(random.nextInt(100)));
        for (int port : new int[] {firstPort, secondPort}) {
            addresses.add(OwnBranch.of(BANK, new BankKeys(house.certificates()), port));
        }
        next.set((int) bank.ledger().entries().stream()
                .filter(e -> e.what().equals("sent"))
                .map(BankLedger.Entry::businessKey)
                .distinct()
                .count());
        bank.ledger().entries().stream().filter(e -> e.what().equals("answer")).forEach(e -> answers.put(e.businessKey(), e.outcome()));
    }

    /** Most messages go well; some end in silence of every kind. */
    private static Behaviour mood(int chance) {
        if (chance < 4) {
            return Behaviour.SILENT;
        }
        if (chance < 8) {
            return Behaviour.DEAF;
        }
        if (chance < 11) {
            return Behaviour.GARBAGE;
        }
        return chance < 14 ? Behaviour.BAD_SIGNATURE : Behaviour.OK;
    }

    void startLoad() {
        for (int i = 0; i < BRANCHES; i++) {
            Thread branch = new Thread(this::write, "branch-" + i);
            branch.setDaemon(true);
            branch.start();
            branches.add(branch);
        }
    }

    private void write() {
        while (writing) {
            int n = next.getAndIncrement();
            LoanApplication.LoanKind kind =
                    n % REFUSED_EVERY == 0 ? LoanApplication.LoanKind.COMBINED : LoanApplication.LoanKind.FUND;
            LoanApplication application = plain(InventedApplications.application("CRASH", n, LocalDate.now()), kind);
            sendUntilAnswered(application);
            for (int waited = 0; waited < pace && writing; waited += TICK) {
                pause(TICK);
            }
        }
    }

    /** Branches write as fast as they can afford, so that the place of the kill is reached soon. */
    void hurry() {
        pace = PACE;
    }

    /** Branches write now and then: another node works, and the processor is left to the one that starts. */
    void dawdle() {
        pace = SLOW_PACE;
    }

    private SimulatedBranch.Letter letter(LoanApplication application) {
        MessageId id = new MessageId("C" + System.nanoTime() + "N" + numbers.getAndIncrement());
        SimulatedBranch.Letter letter = addresses.get(0).write(application, id, Instant.now());
        bank.ledger().write("sent", "loan-application", id.value(), application.applicationNo(), "");
        return letter;
    }

    /** To the byte; after some exchanges that broke off, the same in a new envelope, as a system does that has lost its own memory of it. */
    private void sendUntilAnswered(LoanApplication application) {
        SimulatedBranch.Letter letter = letter(application);
        for (int attempt = 0; open; attempt++) {
            try {
                SimulatedBranch.Answer answer = addresses.get(attempt % addresses.size()).send(letter);
                if (definite(answer.reply())) {
                    answered(application, letter, answer);
                    return;
                }
                wrong.put(application.applicationNo(), answer.reply().toString());
            } catch (ConnectException e) {
                wrong.put(application.applicationNo(), String.valueOf(e.getMessage()));
            } catch (IOException e) {
                wrong.put(application.applicationNo(), String.valueOf(e.getMessage()));
                if (brokenOff.incrementAndGet() % REWRITTEN_EVERY == 0) {
                    letter = letter(application);
                    rewritten.incrementAndGet();
                }
            } catch (InterruptedException e) {
                return;
            }
            pause(100);
        }
    }

    private void answered(LoanApplication application, SimulatedBranch.Letter letter, SimulatedBranch.Answer answer) {
        String outcome = answer.reply().fold(
                accepted -> String.valueOf(accepted.content().text("acceptanceNo")), rejected -> REFUSED, unknown -> "");
        answers.put(application.applicationNo(), outcome);
        bank.ledger().write("answer", "loan-application", letter.id().value(), application.applicationNo(), outcome);
    }

    /** Accepted, or refused for a reason that sending again cannot cure. */
    private static boolean definite(Reply reply) {
        return reply.isAccepted()
                || reply instanceof Reply.Rejected rejected && rejected.problems().stream().noneMatch(p -> p.code().passing());
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without scans, so that it can be decided at once. */
    private static LoanApplication plain(LoanApplication a, LoanApplication.LoanKind kind) {
        return new LoanApplication(
                a.applicationNo(), a.branchCode(), a.acceptedOn(), kind, a.homeKind(), a.parties(), a.mortgagee(), a.home(), a.contract(),
                a.terms(), a.accounts(), a.authorisations(), List.of(), a.initialOpinion(), a.mortgageRequest());
    }

    void stopWritingNew() {
        writing = false;
    }

    boolean everythingAnswered() {
        return !writing && branches.stream().noneMatch(Thread::isAlive);
    }

    BankLedger ledger() {
        return bank.ledger();
    }

    /** Acceptance number the bank was told, by application number. */
    Map<String, String> answers() {
        return answers;
    }

    /** Last unexpected answer, by application number; for the report only. */
    Map<String, String> wrongAnswers() {
        return wrong;
    }

    int answered() {
        return answers.size();
    }

    /** Applications that were sent in more than one envelope, so many times. */
    int rewritten() {
        return rewritten.get();
    }

    long taken() {
        return ledger().entries().stream().filter(e -> e.what().equals("took")).count();
    }

    int firstPort() {
        return firstPort;
    }

    int secondPort() {
        return secondPort;
    }

    int bankPort() {
        return bankPort;
    }

    @Override
    public void close() {
        open = false;
        writing = false;
        branches.forEach(Thread::interrupt);
        bank.close();
    }
}
