package io.jinqiao.workbench.simulate.credit.enquiry;

import io.jinqiao.workbench.simulate.bank.BankKeys;
import io.jinqiao.workbench.simulate.bank.DetachedSignature;
import io.jinqiao.workbench.simulate.credit.tree.Tag;
import io.jinqiao.workbench.simulate.credit.tree.TagReader;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides about enquiries: who asks, what for, what is known. One message id is one enquiry, however often it comes. */
final class Office {
    private static final List<String> ITEMS = List.of("OriginateOrgCode", "OriginateUserCode", "Name", "IDType", "IDNum", "QueryReason", "ServiceCode");

    private final EnquirySettings settings;
    private final BankKeys keys;
    private final Callers callers;
    private final People people;
    private final Objections objections;
    private final Clock clock;
    private final Map<String, Stored> answered = new HashMap<>();

    /** @param idNumber of whoever was asked about; empty where nobody is */
    record Enquiry(Head head, Operations.Types types, String operation, Tag msg, String body, String idNumber) {}

    /** @param report XML; null when there is none */
    record Answer(String code, String words, String reportName, @Nullable String report, @Nullable String msg) {
        static Answer of(String code, String words) {
            return new Answer(code, words, "", null, null);
        }
    }

    private record Stored(String body, Answer answer) {}

    Office(EnquirySettings settings, BankKeys keys, People people, Objections objections, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.callers = new Callers(settings);
        this.people = people;
        this.objections = objections;
        this.clock = clock;
    }

    void unlock() {
        callers.unlock();
    }

    /** How many enquiries were answered, each message id once. */
    synchronized int enquiries() {
        return answered.size();
    }

    Enquiry understood(String operation, Message message, Head head) throws Refused {
        Operations.Types types = Operations.TYPES.get(operation);
        Head.check(callers.knows(head.sender()), "ABM003", "发送机构未知 / unknown sender");
        Head.check(head.receiver().equals(EnquirySettings.RECEIVER), "ABM004", "接收机构 / receiver");
        Head.check(types != null && head.type().equals(types.asked()), "ABM006", "报文类型与操作不符 / the message type is not the operation's");
        Head.check(DetachedSignature.verifies(keys, settings.theirKey(), message.signed(), message.signature()), "ABM010", "签名不符 / the signature does not fit");
        Tag document = TagReader.read(message.body());
        Tag who = document == null ? null : document.child("Head");
        Tag msg = document == null ? null : document.child("Msg");
        Head.check(document != null && document.name().equals("Document") && who != null && msg != null, "ABF003", "报文体格式 / form of the body");
        String organisation = who.value(operation.equals(Operations.PERSONAL) ? "QueryOrgCode" : "DataProviderOrgCode");
        Head.check(head.sender().equals(organisation), "ABM009", "报文头与报文体机构不一致 / head and body name different senders");
        callers.admit(organisation, who.value("UserCode"), who.value("Password"), operation);
        return new Enquiry(head, types, operation, msg, message.body(), msg.value("IDNum"));
    }

    /** @throws Refused when the id was used for something else, or an item is missing or in no table */
    synchronized Answer answer(Enquiry enquiry) throws Refused {
        Stored before = answered.get(enquiry.head().id());
        if (before != null) {
            Head.check(before.body().equals(enquiry.body()), "ABM011", "报文标识已用于另一内容 / this message id was used for something else");
            return before.answer();
        }
        Answer answer = enquiry.operation().equals(Operations.PERSONAL) ? report(enquiry) : objections.answer(enquiry.operation(), enquiry.msg());
        answered.put(enquiry.head().id(), new Stored(enquiry.body(), answer));
        return answer;
    }

    private Answer report(Enquiry enquiry) throws Refused {
        Tag msg = enquiry.msg();
        for (String item : ITEMS) {
            Head.check(!msg.value(item).isEmpty(), "ABF003", "数据项为空 / blank: " + item);
        }
        Head.check(EnquirySettings.REASONS.contains(msg.value("QueryReason")), "ABF003", "查询原因 / QueryReason");
        Head.check(settings.services().contains(msg.value("ServiceCode")), "ABF003", "服务代码 / ServiceCode");
        Profile profile = people.of(msg.value("IDType"), msg.value("IDNum"));
        if (profile == Profile.NOBODY) {
            return Answer.of("AAA001", "查无此人 / no record found");
        }
        String number = Head.TIME.format(LocalDateTime.now(clock)) + enquiry.head().id().substring(8);
        String xml = ReportXml.write(number, LocalDateTime.now(clock), msg.value("Name"), msg.value("IDType"), msg.value("IDNum"), enquiry.head().sender(), msg.value("QueryReason"), profile);
        return new Answer("AAA000", "成功 / ok", number + ".xml", xml, null);
    }
}
