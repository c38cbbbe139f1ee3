package io.jinqiao.workbench.simulate.mirror;

import io.jinqiao.adapter.Sealing;
import io.jinqiao.adapter.WireAnswer;
import io.jinqiao.adapter.WireRequest;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.adapter.codec.FramedReply;
import io.jinqiao.adapter.codec.Unsigned;
import io.jinqiao.adapter.descriptor.Signing.Profile;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Reply;
import io.jinqiao.message.StatusEnquiry;
import io.jinqiao.signing.Signing;
import io.jinqiao.signing.SigningRoom;
import io.jinqiao.signing.Verdict;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a simulated bank does with one message of the centre: verify, take once, answer, or misbehave as told. */
final class BankDesk {
    private final Dialect centre;
    private final Dialect bank;
    private final OtherSide side;
    private final Signing signing;
    private final Sealing sealing;
    private final BankLedger ledger;
    private final InTray tray;
    private final Moods moods;
    private final Consumer<String> told;

    /**
     * @param chair the partner's keys
     * @param told a line for people, for every message
     */
    BankDesk(Dialect centre, SigningRoom chair, Moods moods, BankLedger ledger, InTray tray, Consumer<String> told) {
        this.told = told;
        this.moods = moods;
        this.centre = centre;
        this.bank = centre.mirrored();
        this.side = OtherSide.of(centre);
        this.signing = chair.signing();
        this.sealing = side.sealing(chair);
        this.ledger = ledger;
        this.tray = tray;
    }

    /** @param answer null: the connection is closed without a word */
    record Said(@Nullable WireAnswer answer, int delayMillis) {}

    /** @param stub content of the stub's answer, in the bank's own form */
    Said take(WireRequest request, String stub) {
        return take(request, framed -> stubbed(framed, stub));
    }

    /** @param good what it answers to a message it takes */
    Said take(WireRequest request, Function<Framed, Reply> good) {
        try {
            Framed outside = bank.open(request);
            requireVerified(outside);
            Framed framed = sealing.open(bank, outside);
            CanonicalMessage message = bank.decode(framed);
            return message instanceof StatusEnquiry enquiry ? enquired(framed, enquiry) : taken(framed, message, good);
        } catch (Refusal refusal) {
            told.accept("? → " + refusal.problems().stream().map(problem -> problem.code().code()).toList());
            return said(bank.refusal(bank.glimpse(request), refusal.problems(), answerId(), Instant.now()));
        }
    }

    private void requireVerified(Framed framed) {
        Profile profile = side.named(framed.signType());
        Verdict verdict = signing.verify(
                profile.profile(), profile.theirCertificates(), framed.signingInput(), framed.signature(), Instant.now());
        if (!verdict.accepted()) {
            throw new Refusal(FailureCode.SIGNATURE_INVALID);
        }
    }

    private Said taken(Framed framed, CanonicalMessage message, Function<Framed, Reply> good) {
        String key = String.valueOf(message.businessKey());
        Behaviour behaviour = moods.of(message.operation(), key);
        ledger.write("arrived", message.operation().id(), framed.id().value(), key, behaviour.name());
        told.accept(message.operation().id() + " " + framed.id().value() + " " + key + " → " + behaviour.name().toLowerCase(Locale.ROOT));
        if (behaviour == Behaviour.DEAF) {
            return new Said(null, 0);
        }
        if (behaviour == Behaviour.REFUSE) {
            return answer(framed, new Reply.Rejected(List.of(Problem.of(FailureCode.PARTNER_REFUSED, "simulated"))));
        }
        takeOnce(framed, message, key);
        return switch (behaviour) {
            case SILENT, HALF -> new Said(null, 0);
            case LATE, SLOW -> new Said(
                    answer(framed, good.apply(framed)).answer(), (int) moods.wait(behaviour).toMillis());
            case GARBAGE -> new Said(new WireAnswer(200, Map.of("Content-Type", "application/json"), "<!doctype".getBytes()), 0);
            case BAD_SIGNATURE -> badlySigned(framed, good.apply(framed));
            case IN_PROCESS -> answer(framed, new Reply.Unknown(Reply.Cause.IN_PROCESS, "simulated", null));
            default -> answer(framed, good.apply(framed));
        };
    }

    /** A message number taken before is not taken again; the same business under another number is, and that is a doubled effect. */
    private synchronized void takeOnce(Framed framed, CanonicalMessage message, String key) {
        if (find(framed.id().value()).isEmpty()) {
            tray.keep(message, framed.id());
            ledger.write("took", message.operation().id(), framed.id().value(), key, "");
        }
    }

    private Said enquired(Framed framed, StatusEnquiry enquiry) {
        Reply ofOriginal = find(enquiry.originalMessageId())
                .<Reply>map(entry -> new Reply.Accepted(Content.group().put("receiptNo", receiptNo(entry.messageId())).build()))
                .orElseGet(() -> new Reply.Rejected(List.of(Problem.of(FailureCode.MESSAGE_UNKNOWN))));
        return said(bank.answerEnquiry(framed, enquiry.originalOperation(), ofOriginal, answerId(), Instant.now()));
    }

    private Optional<BankLedger.Entry> find(String messageId) {
        return ledger.entries().stream()
                .filter(e -> e.what().equals("took") && e.messageId().equals(messageId))
                .findFirst();
    }

    private Reply stubbed(Framed framed, String stub) {
        return centre.decodeReply(framed.operation(), framed.id(), new FramedReply(framed.signType(), new byte[0], null, stub));
    }

    private Said answer(Framed framed, Reply reply) {
        return said(bank.answer(framed, reply, answerId(), Instant.now()));
    }

    private Said said(Unsigned answer) {
        Unsigned sealed = sealing.answer(bank, answer);
        return new Said(finish(sealed, sealed.signingInput()), 0);
    }

    private Said badlySigned(Framed framed, Reply reply) {
        Unsigned answer = sealing.answer(bank, bank.answer(framed, reply, answerId(), Instant.now()));
        return new Said(finish(answer, "something else".getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private WireAnswer finish(Unsigned answer, byte[] signed) {
        Profile profile = side.named(answer.signType());
        return bank.finishAnswer(answer, signing.sign(profile.profile(), profile.ourKey(), signed));
    }

    private static MessageId answerId() {
        return new MessageId("S" + UUID.randomUUID().toString().replace("-", "").substring(0, 24));
    }

    private static String receiptNo(String messageId) {
        return "R" + messageId;
    }
}
