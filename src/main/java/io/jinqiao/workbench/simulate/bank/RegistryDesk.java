package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.workbench.simulate.BankLedger;
import io.jinqiao.workbench.simulate.Behaviour;
import io.jinqiao.workbench.simulate.InTray;
import io.jinqiao.workbench.simulate.Moods;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The registry's front end: sessions, questions, applications; misbehaves as told. */
final class RegistryDesk implements Counter {
    static final Map<String, Operation> CODES = Map.of(
            "1000", Operation.SESSION_OPENING,
            "1003", Operation.PROPERTY_CHECK,
            "1004", Operation.REGISTRATION_ENQUIRY,
            "1009", Operation.REGISTRATION_RECONCILIATION,
            "1010", Operation.STATUS_ENQUIRY,
            "2001", Operation.REGISTRATION_APPLICATION,
            "2010", Operation.REGISTRATION_MATERIAL,
            "2011", Operation.REGISTRATION_SUPPLEMENT,
            "4001", Operation.REGISTRATION_CERTIFICATE_ENQUIRY);

    private final RegistryWire wire;
    private final RegistryBook book;
    private final RegistryFiles files;
    private final Moods moods;
    private final BankLedger ledger;
    private final InTray tray;
    private final Consumer<String> told;
    private final Map<String, Instant> sessions = new HashMap<>();
    private final Map<String, Said> taken = new HashMap<>();
    private Duration lifetime = Duration.ofMinutes(50);
    private volatile boolean down;

    /** @param data null for a refusal */
    private record Said(String code, String msg, @Nullable ObjectNode data) {
        static Said done(ObjectNode data) {
            return new Said(RegistryWire.DONE, "成功", node().set("data", data));
        }

        static Said no(String code, String msg) {
            return new Said(code, msg, null);
        }
    }

    private static final Said WRONG_FILE = Said.no(RegistryWire.WRONG_FILE, "文件摘要与内容不符");

    RegistryDesk(RegistryWire wire, RegistryBook book, RegistryFiles files, Moods moods, BankLedger ledger, InTray tray, Consumer<String> told) {
        this.wire = wire;
        this.book = book;
        this.files = files;
        this.moods = moods;
        this.ledger = ledger;
        this.tray = tray;
        this.told = told;
    }

    void down(boolean now) {
        down = now;
    }

    synchronized void endSessions() {
        sessions.clear();
    }

    synchronized void sessionsLast(Duration duration) {
        lifetime = duration;
    }

    @Override
    public Spoken take(Packet packet) {
        if (down) {
            return Spoken.nothing();
        }
        try {
            return taken(wire.open(packet));
        } catch (NotUnderstood wrong) {
            return refuse(wrong);
        }
    }

    @Override
    public Spoken refuse(NotUnderstood wrong) {
        ledger.write("not-understood", "", wrong.id, "", wrong.outcome + " " + wrong.complaints);
        told.accept("? " + wrong.id + " → " + wrong.outcome + " " + wrong.complaints);
        String code = wrong.outcome == Outcome.SIGNATURE || wrong.outcome == Outcome.TIME ? RegistryWire.BAD_SIGNATURE : RegistryWire.WRONG;
        return Spoken.whole(wire.answer(wrong.id, code, wrong.complaints.toString(), null, wire.pen()));
    }

    private synchronized Spoken taken(RegistryWire.Asked asked) throws NotUnderstood {
        Operation operation = CODES.get(asked.code());
        if (operation == null) {
            throw Required.noSuchInterface(Outcome.ENVELOPE, "requestcode", asked.seq());
        }
        String key = asked.data().path("ywlsh").asText(asked.data().path("cxbh").asText());
        if (operation != Operation.SESSION_OPENING && !inSession(asked)) {
            ledger.write("session-over", operation.id(), asked.seq(), key, "");
            return whole(asked, Said.no(RegistryWire.SESSION_OVER, "令牌失效"));
        }
        Behaviour behaviour = operation == Operation.STATUS_ENQUIRY ? Behaviour.OK : moods.of(operation, key);
        ledger.write("arrived", operation.id(), asked.seq(), key, behaviour.name());
        told.accept(operation.id() + " " + asked.seq() + " " + key + " → " + behaviour.name().toLowerCase(Locale.ROOT));
        if (behaviour == Behaviour.DEAF) {
            return Spoken.nothing();
        }
        Said said = behaviour == Behaviour.REFUSE ? Said.no(RegistryWire.REFUSED, "模拟拒绝") : said(operation, asked, key);
        if (operation != Operation.STATUS_ENQUIRY) {
            taken.put(asked.seq(), said);
        }
        return spoken(asked, said, behaviour);
    }

    private boolean inSession(RegistryWire.Asked asked) {
        Instant until = asked.token() == null ? null : sessions.get(asked.token());
        return until != null && Instant.now().isBefore(until);
    }

    private Said said(Operation operation, RegistryWire.Asked asked, String key) throws NotUnderstood {
        return switch (operation) {
            case SESSION_OPENING -> session(asked);
            case PROPERTY_CHECK -> found(book.check(asked.data()));
            case REGISTRATION_ENQUIRY -> found(book.progress(key));
            case REGISTRATION_CERTIFICATE_ENQUIRY -> found(book.certificate(key, asked.data()));
            case REGISTRATION_RECONCILIATION -> Said.done(book.moved(
                    asked.data().path("rq").asText(), asked.data().hasNonNull("hxbs") ? asked.data().get("hxbs").asText() : null));
            case STATUS_ENQUIRY -> enquired(asked);
            case REGISTRATION_MATERIAL -> part(asked, key);
            case REGISTRATION_SUPPLEMENT -> supplemented(asked, key);
            default -> filed(asked, key);
        };
    }

    private static Said found(@Nullable ObjectNode data) {
        return data == null ? Said.no(RegistryWire.NOTHING_FOUND, "未查询到") : Said.done(data);
    }

    private Said session(RegistryWire.Asked asked) throws NotUnderstood {
        if (!StrictJson.member(asked.data(), "yhm").equals("GJJ-CENTRE")) {
            return Said.no("43", "接入方未登记");
        }
        String token = UUID.randomUUID().toString();
        Instant until = Instant.now().plus(lifetime);
        sessions.put(token, until);
        return Said.done(node().put("token", token).put("yxqz", Leaves.now(RegistryWire.TIME, until)));
    }

    private Said filed(RegistryWire.Asked asked, String key) throws NotUnderstood {
        RegistrationApplication application;
        try {
            application = (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(RegistryForms.application(asked.data()));
        } catch (Refusal refusal) {
            throw new NotUnderstood(
                    Outcome.FIELD, asked.seq(), refusal.problems().stream().map(p -> new Complaint(String.valueOf(p.field()), p.text(Locale.ENGLISH))).toList());
        }
        if (!files.inside(key, asked.data().path("materclass"))) {
            return WRONG_FILE;
        }
        ObjectNode receipt = book.file(application);
        if (receipt == null) {
            return Said.no(RegistryWire.SERIAL_USED, "业务流水号已用于另一内容");
        }
        tray.keep(application, new MessageId(asked.seq()));
        ledger.write("took", Operation.REGISTRATION_APPLICATION.id(), asked.seq(), key, "");
        return Said.done(receipt);
    }

    private Said part(RegistryWire.Asked asked, String key) {
        if (book.progress(key) == null) {
            return found(null);
        }
        ObjectNode answer = files.part(key, asked.data());
        return answer == null ? WRONG_FILE : Said.done(answer);
    }

    private Said supplemented(RegistryWire.Asked asked, String key) {
        if (!files.inside(key, asked.data().path("materclass"))) {
            return WRONG_FILE;
        }
        return found(book.supplement(key));
    }

    private Said enquired(RegistryWire.Asked asked) {
        Said original = taken.get(asked.data().path("yrequestseq").asText());
        ObjectNode answer = node().put("ystatus", original == null ? "3" : "1");
        if (original != null) {
            ObjectNode told = node().put("code", original.code()).put("msg", original.msg());
            if (original.data() != null) {
                told.setAll(original.data());
            }
            answer.set("yresponse", told);
        }
        return new Said(RegistryWire.DONE, "成功", answer);
    }

    private Spoken spoken(RegistryWire.Asked asked, Said said, Behaviour behaviour) {
        return switch (behaviour) {
            case SILENT -> Spoken.nothing();
            case GARBAGE -> Spoken.whole(new Packet("", "text/html", "<!doctype html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            case BAD_SIGNATURE -> Spoken.whole(wire.answer(asked.seq(), said.code(), said.msg(), said.data(), wire.pen().careless()));
            case IN_PROCESS -> whole(asked, Said.no(RegistryWire.IN_PROCESS, "处理中"));
            case TWICE -> new Spoken(packet(asked, said), Spoken.How.TWICE, Duration.ZERO);
            case HALF -> new Spoken(packet(asked, said), Spoken.How.HALF, Duration.ZERO);
            default -> new Spoken(packet(asked, said), Spoken.How.WHOLE, moods.wait(behaviour));
        };
    }

    private Spoken whole(RegistryWire.Asked asked, Said said) {
        return Spoken.whole(packet(asked, said));
    }

    private Packet packet(RegistryWire.Asked asked, Said said) {
        return wire.answer(asked.seq(), said.code(), said.msg(), said.data(), wire.pen());
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
