package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationCertificate;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationNotice;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.SessionOpening;
import io.jinqiao.message.StatusEnquiry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the registry says to the centre, from its clauses: the words of the centre in the registry's own names and numbers. */
final class RegistryNotices {
    static final Map<Operation, String> CODES = Map.of(
            Operation.SESSION_OPENING, "1000",
            Operation.STATUS_ENQUIRY, "1010",
            Operation.REGISTRATION_STATUS, "3002",
            Operation.REGISTRATION_ENTRY, "3003",
            Operation.REGISTRATION_CERTIFICATE, "3004");
    private static final Map<RegistrationState, String> STATES = Map.of(
            RegistrationState.SUBMITTED, "0", RegistrationState.ACCEPTED, "20", RegistrationState.SUPPLEMENT, "21", RegistrationState.REJECTED, "11",
            RegistrationState.REGISTERED, "30", RegistrationState.WITHDRAWN, "40", RegistrationState.DELETED, "41");
    private static final Map<RegisterEntry.Right, String> RIGHTS = Map.of(
            RegisterEntry.Right.MORTGAGE, "37", RegisterEntry.Right.PURCHASE_PRE_NOTICE, "1", RegisterEntry.Right.MORTGAGE_PRE_NOTICE, "3");

    private RegistryNotices() {}

    static ObjectNode of(CanonicalMessage message) {
        if (message instanceof SessionOpening opening) {
            return node().put("yhm", opening.caller());
        }
        if (message instanceof StatusEnquiry enquiry) {
            return node().put("yrequestseq", enquiry.originalMessageId()).put("yrequestcode", CODES.get(enquiry.originalOperation()));
        }
        RegistrationNotice notice = (RegistrationNotice) message;
        ObjectNode told = node().put("tsbh", notice.noticeNo()).put("ywlsh", notice.caseNo()).put("slbh", notice.registryNo());
        if (message instanceof RegistrationStatus status) {
            told.put("shzt", STATES.get(status.state())).put("czsj", time(status.happenedAt()));
            put(told, "spyj", status.reason());
            put(told, "bzqx", status.dueOn() == null ? null : status.dueOn().toString());
        } else if (message instanceof RegistrationEntry entry) {
            told.put("sqdjlx", String.format("%02d", entry.kind().ordinal() + 1));
            entry(told, entry.entry());
        } else if (message instanceof RegistrationCertificate certificate) {
            certificate(told, certificate);
        }
        return told;
    }

    private static void entry(ObjectNode told, RegisterEntry entry) {
        told.put("djsj", time(entry.enteredAt()));
        if (entry.amount() != null) {
            told.put("zqse", BigDecimal.valueOf(entry.amount().fen(), 6).setScale(4, RoundingMode.UNNECESSARY).toPlainString());
        }
        ArrayNode rows = node().arrayNode();
        entry.proofs().forEach(proof -> {
            ObjectNode row = rows.addObject()
                    .put("qllx", RIGHTS.get(proof.right()))
                    .put("bdcdyh", proof.unitNumber().value())
                    .put("bdcdjzmh", proof.proofNo().value())
                    .put("ywr", proof.obligors());
            put(row, "ywrzjh", proof.obligorNos());
            put(row, "qszt", proof.state() == null ? null : "" + proof.state().ordinal());
        });
        if (!rows.isEmpty()) {
            told.set("zmlist", rows);
        }
        ArrayNode holders = node().arrayNode();
        entry.holders().forEach(one -> {
            ObjectNode row = holders.addObject().put("qlrmc", one.name());
            put(row, "zjh", one.number());
            put(row, "bdcdjzmh", one.proofNos());
        });
        if (!holders.isEmpty()) {
            told.set("qlrlist", holders);
        }
    }

    private static void certificate(ObjectNode told, RegistrationCertificate one) {
        told.put("bdcdjzmh", one.proofNo().value())
                .put("zzbs", one.licence().value())
                .put("zzbfrq", one.issuedOn().toString())
                .put("wjlx", one.format() == RegistrationCertificate.Format.OFD ? "1" : "2")
                .put("wjzy", one.digest().hex())
                .put("wjnr", one.document());
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static String time(Instant at) {
        return Leaves.now(RegistryWire.TIME, at);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
