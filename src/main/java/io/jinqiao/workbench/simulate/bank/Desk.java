package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Content;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one side does with a message of the other: verify, read, take once, answer, or misbehave as told. */
final class Desk implements Counter {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Wire wire;
    private final Receipts receipts;
    private final Examples examples;
    private final Moods moods;
    private final BankLedger ledger;
    private final InTray tray;
    private final Consumer<String> told;

    /** @param told a line for people, for every message */
    Desk(Wire wire, Receipts receipts, Examples examples, Moods moods, BankLedger ledger, InTray tray, Consumer<String> told) {
        this.wire = wire;
        this.receipts = receipts;
        this.examples = examples;
        this.moods = moods;
        this.ledger = ledger;
        this.tray = tray;
        this.told = told;
    }

    @Override
    public Spoken take(Packet packet) {
        try {
            Wire.Asked asked = wire.open(packet);
            return asked.operation() == Operation.STATUS_ENQUIRY ? enquired(asked) : taken(asked);
        } catch (NotUnderstood wrong) {
            return refuse(wrong);
        }
    }

    @Override
    public Spoken refuse(NotUnderstood wrong) {
        tell("?", wrong.id, "", wrong.outcome + " " + wrong.complaints);
        ledger.write("not-understood", "", wrong.id, "", wrong.outcome + " " + wrong.complaints);
        return Spoken.whole(wire.answer(wrong.id, "", new Wire.Said(wrong.outcome, NOTHING, wrong.complaints, null), wire.pen()));
    }

    private Spoken taken(Wire.Asked asked) throws NotUnderstood {
        CanonicalMessage message = read(asked);
        String key = message == null ? "" : String.valueOf(message.businessKey());
        Behaviour behaviour = moods.of(asked.operation(), key);
        ledger.write("arrived", asked.operation().id(), asked.id(), key, behaviour.name());
        tell(asked.operation().id(), asked.id(), key, behaviour.name().toLowerCase(Locale.ROOT));
        if (behaviour == Behaviour.DEAF) {
            return Spoken.nothing();
        }
        if (behaviour == Behaviour.REFUSE) {
            ledger.write("refused", asked.operation().id(), asked.id(), key, "");
            return Spoken.whole(wire.answer(asked.id(), asked.signType(), refused(), wire.pen()));
        }
        Instant took = takeOnce(asked, message, key);
        Wire.Said receipt = message == null ? null : receipt(message, asked.id(), took);
        return spoken(asked, receipt == null ? examples.answer(asked) : receipt, behaviour);
    }

    private Spoken spoken(Wire.Asked asked, Wire.Said good, Behaviour behaviour) {
        Packet answer = wire.answer(asked.id(), asked.signType(), good, wire.pen());
        return switch (behaviour) {
            case SILENT -> Spoken.nothing();
            case GARBAGE -> Spoken.whole(new Packet("", "text/html", "<!doctype html>".getBytes(StandardCharsets.UTF_8)));
            case BAD_SIGNATURE -> Spoken.whole(wire.answer(asked.id(), asked.signType(), good, wire.pen().careless()));
            case IN_PROCESS -> Spoken.whole(wire.answer(
                    asked.id(), asked.signType(), new Wire.Said(Outcome.IN_PROCESS, NOTHING, List.of(), null), wire.pen()));
            case TWICE -> new Spoken(answer, Spoken.How.TWICE, moods.wait(behaviour));
            case HALF -> new Spoken(answer, Spoken.How.HALF, moods.wait(behaviour));
            default -> new Spoken(answer, Spoken.How.WHOLE, moods.wait(behaviour));
        };
    }

    private @Nullable CanonicalMessage read(Wire.Asked asked) throws NotUnderstood {
        List<Item> items = Contents.request(asked.operation());
        if (items == null) {
            return null;
        }
        List<Complaint> complaints = new ArrayList<>();
        Content.Group content = new Page(wire.manner(), false).read(items, asked.content(), complaints);
        if (!complaints.isEmpty()) {
            throw new NotUnderstood(Outcome.FIELD, asked.id(), complaints);
        }
        try {
            return asked.operation().read(content);
        } catch (Refusal refusal) {
            throw new NotUnderstood(
                    Outcome.FIELD,
                    asked.id(),
                    refusal.problems().stream().map(p -> new Complaint(String.valueOf(p.field()), p.text(Locale.ENGLISH))).toList());
        }
    }

    /**
     * A message number taken before is not taken again; the same business under another number is, and that is a doubled effect.
     *
     * @return when it was taken, as its book has it: whoever asks later is told the same
     */
    private synchronized Instant takeOnce(Wire.Asked asked, @Nullable CanonicalMessage message, String key) {
        if (find("took", asked.id()).isEmpty()) {
            if (message != null) {
                tray.keep(message, new MessageId(asked.id()));
            }
            ledger.write("took", asked.operation().id(), asked.id(), key, "");
        }
        return Instant.parse(find("took", asked.id()).orElseThrow().at());
    }

    private Spoken enquired(Wire.Asked asked) throws NotUnderstood {
        Wire.StatusQuestion question = wire.question(asked.content());
        Optional<BankLedger.Entry> took = find("took", question.id());
        Wire.@Nullable Said became = took.isPresent()
                ? receipt(question, Instant.parse(took.get().at()))
                : find("refused", question.id()).isPresent() ? refused() : null;
        tell(asked.operation().id(), asked.id(), question.id(), became == null ? "never arrived" : became.outcome().name());
        Wire.Said said = new Wire.Said(Outcome.DONE, NOTHING, List.of(), new Wire.Enquired(question.id(), became));
        return Spoken.whole(wire.answer(asked.id(), asked.signType(), said, wire.pen()));
    }

    private Wire.Said receipt(Wire.StatusQuestion asked, Instant at) {
        return tray.find(asked.operation(), new MessageId(asked.id()))
                .map(message -> receipt(message, asked.id(), at))
                .orElseGet(() -> new Wire.Said(Outcome.DONE, NOTHING, List.of(), null));
    }

    private Wire.@Nullable Said receipt(CanonicalMessage message, String id, Instant at) {
        List<Item> items = Contents.reply(message.operation());
        Content.Group content = receipts.of(message, id, at.truncatedTo(ChronoUnit.SECONDS));
        return items == null || content == null
                ? null
                : new Wire.Said(Outcome.DONE, new Page(wire.manner(), true).write(items, content), List.of(), null);
    }

    private static Wire.Said refused() {
        return new Wire.Said(Outcome.REFUSED, NOTHING, List.of(new Complaint("", "模拟拒绝 / refused as told")), null);
    }

    private Optional<BankLedger.Entry> find(String what, String messageId) {
        return ledger.entries().stream().filter(e -> e.what().equals(what) && e.messageId().equals(messageId)).findFirst();
    }

    private void tell(String operation, String id, String key, String what) {
        told.accept(operation + " " + id + " " + key + " → " + what);
    }
}
