package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import io.jinqiao.workbench.simulate.bank.NationalWire.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The registry's front end of the national form: takes applications, in an envelope or as a file; misbehaves as told. */
final class NationalDesk implements Counter {
    private static final Map<String, String> NOTHING = Map.of();

    private final NationalWire wire;
    private final NationalForms forms;
    private final RegistryBook book;
    private final Moods moods;
    private final BankLedger ledger;
    private final InTray tray;
    private final Consumer<String> told;
    private final boolean soap;

    NationalDesk(
            NationalWire wire, NationalForms forms, RegistryBook book, Moods moods, BankLedger ledger, InTray tray, Consumer<String> told, boolean soap) {
        this.wire = wire;
        this.forms = forms;
        this.book = book;
        this.moods = moods;
        this.ledger = ledger;
        this.tray = tray;
        this.told = told;
        this.soap = soap;
    }

    @Override
    public Spoken take(Packet packet) {
        try {
            return taken(wire.open(packet.body(), soap));
        } catch (NotUnderstood wrong) {
            return refuse(wrong);
        }
    }

    @Override
    public Spoken refuse(NotUnderstood wrong) {
        ledger.write("not-understood", "", wrong.id, "", wrong.outcome + " " + wrong.complaints);
        told.accept("? " + wrong.id + " → " + wrong.outcome + " " + wrong.complaints);
        return Spoken.whole(packet(wrong.id, NationalWire.REFUSED, wrong.complaints.toString(), NOTHING, wire.pen()));
    }

    private synchronized Spoken taken(Message message) throws NotUnderstood {
        String id = message.head("BizMsgID");
        String key = message.head("ApplyNo");
        Operation operation = Operation.REGISTRATION_APPLICATION;
        Behaviour behaviour = moods.of(operation, key);
        ledger.write("arrived", operation.id(), id, key, behaviour.name());
        told.accept(operation.id() + " " + id + " " + key + " → " + behaviour.name().toLowerCase(Locale.ROOT));
        if (behaviour == Behaviour.DEAF) {
            return Spoken.nothing();
        }
        if (behaviour == Behaviour.REFUSE) {
            return Spoken.whole(packet(id, NationalWire.REFUSED, "模拟拒绝", NOTHING, wire.pen()));
        }
        ObjectNode receipt = book.file(application(message, id));
        if (receipt == null) {
            return Spoken.whole(packet(id, NationalWire.REFUSED, "业务流水号已用于另一内容", NOTHING, wire.pen()));
        }
        ledger.write("took", operation.id(), id, key, "");
        Map<String, String> more = new LinkedHashMap<>();
        more.put("SLSJ", receipt.path("slsj").asText().replace(' ', 'T') + "+08:00");
        more.put("RecFlowID", receipt.path("slbh").asText());
        more.put("ApplyNo", key);
        return spoken(id, more, behaviour);
    }

    private RegistrationApplication application(Message message, String id) throws NotUnderstood {
        try {
            RegistrationApplication application = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(forms.application(message));
            tray.keep(application, new MessageId(id));
            return application;
        } catch (Refusal refusal) {
            List<Complaint> complaints = refusal.problems().stream().map(p -> new Complaint(String.valueOf(p.field()), p.text(Locale.ENGLISH))).toList();
            throw new NotUnderstood(Outcome.FIELD, id, complaints);
        }
    }

    private Spoken spoken(String id, Map<String, String> more, Behaviour behaviour) {
        Packet good = packet(id, NationalWire.DONE, "成功", more, wire.pen());
        return switch (behaviour) {
            case SILENT -> Spoken.nothing();
            case GARBAGE -> Spoken.whole(new Packet("", "text/html", "<!doctype html>".getBytes(StandardCharsets.UTF_8)));
            case BAD_SIGNATURE -> Spoken.whole(packet(id, NationalWire.DONE, "成功", more, wire.pen().careless()));
            case IN_PROCESS -> Spoken.whole(packet(id, NationalWire.IN_PROCESS, "处理中", NOTHING, wire.pen()));
            case TWICE -> new Spoken(good, Spoken.How.TWICE, Duration.ZERO);
            case HALF -> new Spoken(good, Spoken.How.HALF, Duration.ZERO);
            default -> new Spoken(good, Spoken.How.WHOLE, moods.wait(behaviour));
        };
    }

    private Packet packet(String id, String flag, String info, Map<String, String> more, Pen by) {
        return NationalWire.packet("", wire.answer(id, flag, info, more, soap, by));
    }
}
