package io.jinqiao.workbench.demo;

import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.ApprovalOpinion;
import io.jinqiao.message.Attachment;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.OpinionPrinted;
import io.jinqiao.message.Reply;
import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import io.jinqiao.workbench.simulate.bank.OwnBranch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A branch of the simulated bank: hands in applications, some of them wrong, and does what follows when an opinion arrives. */
final class Branch {
    /** Not a multiple of the number of banks, or one bank would have all of them. */
    private static final int UNHURRIED_EVERY = 5;

    private static final int OTHERS = 900_000;

    private static final String STRANGERS_KEY = "otherbank-sm2-sign";

    private final OwnBranch wire;
    private final Mailbag mailbag;
    private final IdGenerator ids;
    private final Clock clock;

    Branch(OwnBranch wire, Mailbag mailbag, IdGenerator ids, Clock clock) {
        this.wire = wire;
        this.mailbag = mailbag;
        this.ids = ids;
        this.clock = clock;
    }

    /** Hands in a good application with its scans. @return what the centre answered, in words */
    String handIn(LoanApplication application, int n) {
        String answer = send("application-" + application.applicationNo(), () -> sound(application));
        for (String kind : Scan.KINDS) {
            scan(application, Scan.of(kind, n));
        }
        return answer;
    }

    /** Hands in an application that is wrong in one way. */
    String handIn(LoanApplication application, Fault fault) {
        return send("fault-" + fault.name().toLowerCase(Locale.ROOT), () -> faulty(application, fault));
    }

    /** The branch prints what it was sent; most borrowers sign at once, some take their time. */
    void received(ApprovalOpinion opinion, LoanApplication application, LocalDate on) {
        String name = opinion.applicationNo();
        send("printed-" + name, () -> sound(new OpinionPrinted(
                "P" + opinion.opinionNo(), name, opinion.opinionNo(), 2, "T1001", clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))));
        if (Math.floorMod(name.hashCode(), UNHURRIED_EVERY) == 0) {
            return;
        }
        send("contract-" + name, () -> sound(new ContractSigned(
                "JK-" + name,
                name,
                opinion.opinionNo(),
                application.borrower().identity().number(),
                opinion.amount(),
                opinion.months(),
                opinion.rateVersion(),
                application.accounts().payeeAccountNo(),
                on)));
    }

    /** Hands in a request to the registry. */
    void request(MortgageApplication request) {
        send("mortgage-" + request.requestNo(), () -> sound(request));
    }

    /** Hands in what the registry asked for. */
    void supplement(ApplicationSupplement supplement) {
        send("supplement-" + supplement.supplementNo(), () -> sound(supplement));
    }

    /** Tells anything else, once under this name. @return what the centre answered, in words */
    String tell(String name, CanonicalMessage message) {
        return send(name, () -> sound(message));
    }

    void scan(LoanApplication application, Scan scan) {
        send("scan-" + application.applicationNo() + "-" + scan.kind(), () -> sound(attachment(application, scan)));
    }

    private String send(String name, Supplier<Letter> writing) {
        Mailbag.@Nullable Filed filed = mailbag.find(name).orElse(null);
        if (filed != null && filed.answer() != null) {
            return filed.answer();
        }
        Letter letter = filed == null ? writing.get() : filed.letter();
        mailbag.keep(name, letter, null);
        String answer = exchange(letter);
        if (filed != null && answer.contains(FailureCode.MESSAGE_OUTSIDE_WINDOW.code())) {
            // it never arrived before the stop, and is too old now: written anew
            letter = writing.get();
            answer = exchange(letter);
        }
        mailbag.keep(name, letter, answer);
        return answer;
    }

    private String exchange(Letter letter) {
        try {
            Answer answer = wire.send(letter);
            return (answer.verified() ? "" : "！答复验签不通过 / answer does not verify: ") + words(answer.reply());
        } catch (IOException e) {
            throw new IllegalStateException("the gateway did not answer " + letter.operation().id(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String words(Reply reply) {
        return reply.fold(
                accepted -> "accepted " + String.valueOf(accepted.content().text("acceptanceNo")),
                rejected -> "refused " + rejected.problems().stream()
                        .map(p -> p.code().code() + (p.field() == null ? "" : " @" + p.field()))
                        .collect(Collectors.joining("; ")),
                unknown -> "unknown " + unknown.cause() + " " + unknown.detail());
    }

    private Letter sound(CanonicalMessage message) {
        return wire.write(message, ids.next(), clock.instant());
    }

    private Letter faulty(LoanApplication application, Fault fault) {
        Instant at = fault == Fault.OUTSIDE_WINDOW ? clock.instant().minus(Duration.ofHours(1)) : clock.instant();
        String key = fault == Fault.OTHER_BANKS_KEY ? STRANGERS_KEY : null;
        Letter letter = wire.write(fault.spoil(application), ids.next(), at, key, text -> retouched(text, fault.retouch(application)));
        return fault == Fault.WRONG_SIGNATURE ? altered(letter) : letter;
    }

    /** Somebody on the way changes one character of the body. */
    private static Letter altered(Letter letter) {
        String body = new String(letter.body(), StandardCharsets.UTF_8).replace("虚构路", "虚购路");
        return new Letter(letter.operation(), letter.id(), letter.path(), letter.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String retouched(String text, Map<String, String> changes) {
        String other = text;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            other = other.replace(change.getKey(), change.getValue());
        }
        return other;
    }

    private static Attachment attachment(LoanApplication application, Scan scan) {
        return new Attachment(
                application.applicationNo(),
                scan.kind(),
                scan.reference().digest(),
                scan.bytes().length,
                1,
                1,
                Base64.getEncoder().encodeToString(scan.bytes()));
    }

    /** Number of the invented application that carries a fault. */
    static int numberOf(Fault fault) {
        return OTHERS + fault.ordinal();
    }
}
