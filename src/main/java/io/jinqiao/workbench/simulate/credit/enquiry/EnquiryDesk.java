package io.jinqiao.workbench.simulate.credit.enquiry;

import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.Counter;
import io.jinqiao.workbench.simulate.bank.NotUnderstood;
import io.jinqiao.workbench.simulate.bank.Packet;
import io.jinqiao.workbench.simulate.bank.Spoken;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The Center's end of the line: takes envelopes apart, has them answered, misbehaves as told. Says nothing of persons to whoever watches. */
public final class EnquiryDesk implements Counter {
    private static final String XML = "text/xml; charset=UTF-8";
    private static final String OTHERS_NUMBER = "999999198502020015";

    private final EnquirySettings settings;
    private final Office office;
    private final Typist typist;
    private final People people = new People();
    private final Objections objections;
    private final Tricks tricks = new Tricks();
    private final Consumer<String> told;
    private volatile Duration late = Duration.ofSeconds(60);

    /** @param told a line for people, for every message */
    public EnquiryDesk(EnquirySettings settings, BankKeys keys, Clock clock, Consumer<String> told) {
        this.settings = settings;
        this.objections = new Objections(clock);
        this.office = new Office(settings, keys, people, objections, clock);
        this.typist = new Typist(settings, keys, clock);
        this.told = told;
    }

    public People people() {
        return people;
    }

    public Objections objections() {
        return objections;
    }

    /** @param idNumber null: whoever is asked about @param times how many enquiries, from now on */
    public void trick(Trick trick, @Nullable String idNumber, int times) {
        tricks.order(trick, idNumber, times);
    }

    /** No more tricks; locked users may ask again. */
    public void calm() {
        tricks.calm();
        office.unlock();
    }

    /** How long {@link Trick#LATE} waits. */
    public void lateBy(Duration duration) {
        late = duration;
    }

    /** Each message id once. */
    public int enquiries() {
        return office.enquiries();
    }

    @Override
    public Spoken take(Packet packet) {
        Soap soap = Soap.read(packet.body());
        if (soap == null || !Operations.TYPES.containsKey(soap.operation())) {
            told.accept("? 不是约定的 SOAP 请求 / no SOAP request as agreed");
            return Spoken.whole(new Packet("", XML, Soap.fault("no operation with a querymessage")));
        }
        String type = Operations.TYPES.get(soap.operation()).answered();
        Head head = Head.NOBODY;
        try {
            Message message = Message.split(soap.text(), settings.signature());
            head = Head.read(message.head(), settings.head());
            Office.Enquiry enquiry = office.understood(soap.operation(), message, head);
            return tricked(soap, enquiry, tricks.of(enquiry.idNumber()));
        } catch (Refused refused) {
            told.accept(soap.operation() + " " + head.id() + " → " + refused.code + " " + refused.getMessage());
            return said(soap, typist.write(head, type, Office.Answer.of(refused.code, refused.getMessage()), Trick.OK), Trick.OK);
        }
    }

    @Override
    public Spoken refuse(NotUnderstood wrong) {
        return Spoken.whole(new Packet("", XML, Soap.fault("not understood")));
    }

    private Spoken tricked(Soap soap, Office.Enquiry enquiry, Trick trick) throws Refused {
        if (trick.code() != null) {
            return spoken(soap, enquiry, Office.Answer.of(trick.code(), "模拟 / simulated"), trick);
        }
        Office.Answer answer = office.answer(enquiry);
        if (trick == Trick.PROCESSING) {
            return spoken(soap, enquiry, Office.Answer.of("ATO002", "处理中，勿重新发起 / still processing, do not ask anew"), trick);
        }
        boolean exchanged = trick == Trick.OTHER_PERSON && answer.report() != null;
        return spoken(soap, enquiry, exchanged ? ofSomebodyElse(answer, enquiry.idNumber()) : answer, trick);
    }

    private static Office.Answer ofSomebodyElse(Office.Answer answer, String idNumber) {
        return new Office.Answer(answer.code(), answer.words(), answer.reportName(), String.valueOf(answer.report()).replace(idNumber, OTHERS_NUMBER), null);
    }

    private Spoken spoken(Soap soap, Office.Enquiry enquiry, Office.Answer answer, Trick trick) {
        told.accept(soap.operation() + " " + enquiry.head().id() + " → " + answer.code() + (trick == Trick.OK ? "" : " " + trick.word()));
        return said(soap, typist.write(enquiry.head(), enquiry.types().answered(), answer, trick), trick);
    }

    private Spoken said(Soap soap, String text, Trick trick) {
        Packet packet = new Packet("", XML, soap.answer(text));
        return switch (trick) {
            case SILENT -> Spoken.nothing();
            case GARBAGE -> Spoken.whole(new Packet("", "text/html", "<!doctype html>".getBytes(StandardCharsets.UTF_8)));
            case HALF -> new Spoken(packet, Spoken.How.HALF, Duration.ZERO);
            case TWICE -> new Spoken(packet, Spoken.How.TWICE, Duration.ZERO);
            case SLOW -> new Spoken(packet, Spoken.How.WHOLE, Duration.ofSeconds(2));
            case LATE -> new Spoken(packet, Spoken.How.WHOLE, late);
            default -> Spoken.whole(packet);
        };
    }
}
