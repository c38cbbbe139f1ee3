package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Content;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.RegisterEntry.Right;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.workbench.simulate.bank.NationalWire.Message;
import io.jinqiao.workbench.simulate.bank.NationalWire.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between the national form's tables and the centre's words, in one of its editions. */
final class NationalForms {
    private static final String TIME = "yyyy-MM-dd'T'HH:mm:ss";
    private static final List<String> ROLES = List.of("borrower", "spouse", "co-borrower", "mortgagor", "seller", "guarantor", "developer");
    private static final Map<String, String> PAPERS =
            Map.of("1", "resident-id", "2", "foreigner-residence", "3", "passport", "5", "officer-id", "8", "credit-code", "99", "other");

    private final boolean revised;

    /** @param revised edition R2 instead of R1 */
    NationalForms(boolean revised) {
        this.revised = revised;
    }

    /** @throws NotUnderstood when the business code is none of this edition's */
    Content.Group application(Message message) throws NotUnderstood {
        Kind kind = kind(message.head("ApplyKind"));
        if (kind == null || !message.head("RecType").equals(code(kind))) {
            throw new NotUnderstood(Outcome.ENVELOPE, message.head("BizMsgID"), "RecType", "业务编码不属于约定版本 / a business code of another edition");
        }
        List<Row> mortgages = message.rows("QLF_QL_DYAQ");
        Row first = mortgages.isEmpty() ? new Row("", Map.of()) : mortgages.get(0);
        Row mortgagee = message.rows("ZTT_GY_QLR").stream().findFirst().orElse(new Row("", Map.of()));
        Content.@Nullable Group claim = first.field("BDBZZQSE").isEmpty()
                ? null
                : Content.group()
                        .put("amount", fen(first.field("BDBZZQSE")))
                        .put("from", day(first.field("ZWLXQSSJ")))
                        .put("to", day(first.field("ZWLXJSSJ")))
                        .put("appraisal", fen(first.field("PGJZ")))
                        .build();
        return Content.group()
                .put("caseNo", message.head("ApplyNo"))
                .put("areaCode", message.head("AreaCode"))
                .put("kind", word(kind))
                .rows("units", mortgages.stream().map(NationalForms::unit).toList())
                .put("earlierNo", absent(message.head("PreCertID")))
                .put("mortgagee", Content.group().put("name", mortgagee.field("QLRMC")).put("code", mortgagee.field("ZJH")).build())
                .rows("parties", message.rows("DJF_DJ_SQR").stream().map(NationalForms::party).toList())
                .put("mortgageContractNo", absent(message.head("ContractNo")))
                .put("claim", claim)
                .put("reason", message.head("Reason"))
                .rows("attachments", message.rows("DJF_DJ_SJ").stream().map(NationalForms::material).toList())
                .build();
    }

    private static Content.Group unit(Row row) {
        return Content.group()
                .put("unitNumber", row.field("BDCDYH"))
                .put("address", row.field("ZL"))
                .put("titleNo", absent(row.field("BDCQZH")))
                .put("claim", fen(row.field("DGZQSE")))
                .build();
    }

    private static Content.Group party(Row row) {
        return Content.group()
                .put("role", ROLES.get(Integer.parseInt(row.field("SQRJS")) - 1))
                .put("name", row.field("YWRMC"))
                .put("identity", Content.group().put("type", PAPERS.get(row.field("YWRZJZL"))).put("number", row.field("YWRZJH")).build())
                .put("mobile", absent(row.field("YWRDH")))
                .build();
    }

    private static Content.Group material(Row row) {
        return Content.group().put("kind", row.field("SJMC")).put("digest", row.field("BZ")).put("size", row.field("WJDX")).build();
    }

    /** A result as it was told in the centre's words. */
    Message result(RegistrationEntry entry, Instant at) {
        List<Row> rows = new ArrayList<>();
        String amount = entry.entry().amount() == null ? "" : wan(entry.entry().amount().fen());
        entry.entry().holders().forEach(one -> rows.add(holder(one.proofNos(), one.name(), one.number())));
        entry.entry().proofs().forEach(proof ->
                rows.add(row(proof.right(), proof.unitNumber().value(), proof.proofNo().value(), proof.obligors(), proof.obligorNos(), amount)));
        return result(entry.noticeNo(), entry.caseNo(), entry.registryNo(), entry.kind(), Leaves.now(TIME, at), amount, rows);
    }

    /** A result as the register has it. @param number of the message */
    Message result(String number, ObjectNode told) {
        Kind kind = java.util.Objects.requireNonNull(kind(told.path("sqdjlx").asText()));
        List<Row> rows = new ArrayList<>();
        String amount = told.path("zqse").asText("");
        told.path("qlrlist").forEach(one -> rows.add(holder(one.path("bdcdjzmh").asText(null), one.path("qlrmc").asText(), one.path("zjh").asText(null))));
        for (JsonNode proof : told.path("zmlist")) {
            Right right = switch (proof.path("qllx").asText()) {
                case "1" -> Right.PURCHASE_PRE_NOTICE;
                case "3" -> Right.MORTGAGE_PRE_NOTICE;
                default -> Right.MORTGAGE;
            };
            rows.add(row(right, proof.path("bdcdyh").asText(), proof.path("bdcdjzmh").asText(), proof.path("ywr").asText(), proof.path("ywrzjh").asText(null), amount));
        }
        return result(number, told.path("ywlsh").asText(), told.path("slbh").asText(), kind, told.path("djsj").asText().replace(' ', 'T'), amount, rows);
    }

    private Message result(String number, String caseNo, String registryNo, Kind kind, String at, String amount, List<Row> rows) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("BizMsgID", number);
        head.put("ApplyKind", String.format("%02d", kind.ordinal() + 1));
        head.put("ApplyNo", caseNo);
        head.put("ASID", "AS100");
        head.put("CertCount", "0");
        head.put("CreateDate", at);
        head.put("IsRoutine", "1");
        head.put("PreEstateNum", "/");
        head.put("RecFlowID", registryNo);
        head.put("RecType", code(kind));
        head.put("RegType", type(kind));
        head.put("RightType", revised ? "37" : "99");
        if (kind == Kind.DOUBLE_PRE_NOTICE && !amount.isEmpty()) {
            Map<String, String> claim = new LinkedHashMap<>(Map.of("BDBZZQSE", amount));
            money(claim);
            rows.add(new Row("QLF_QL_DYAQ", claim));
        }
        rows.add(new Row("DJT_DJ_SLSQ", Map.of("YSDM", "6004010000", "YWH", registryNo)));
        return new Message(head, rows);
    }

    private static Row holder(@Nullable String proofs, String name, @Nullable String number) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("YSDM", "6003000000");
        fields.put("QLRMC", name);
        put(fields, "ZJH", number);
        put(fields, "BDCQZH", proofs);
        return new Row("ZTT_GY_QLR", fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    /** The revised edition names unit and currency of an amount. */
    private void money(Map<String, String> fields) {
        if (revised) {
            fields.put("JEDW", "2");
            fields.put("BZ", "1");
        }
    }

    private Row row(Right right, String unit, String proof, String obligors, @Nullable String numbers, String amount) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (right != Right.MORTGAGE) {
            fields.put("YSDM", "6002040100");
            fields.put("YGDJZL", right == Right.PURCHASE_PRE_NOTICE ? "1" : "3");
            fields.put("YWR", obligors);
            put(fields, "YWRZJH", numbers);
        } else {
            fields.put("YSDM", "6002030100");
            fields.put("DYR", obligors);
            put(fields, "DYRZJH", numbers);
            if (revised) {
                fields.put("QLLX", "37");
            }
            if (!amount.isEmpty()) {
                fields.put("BDBZZQSE", amount);
                money(fields);
            }
        }
        fields.put("BDCDYH", unit);
        fields.put("BDCDJZMH", proof);
        fields.put("QSZT", "1");
        return new Row(right == Right.MORTGAGE ? "QLF_QL_DYAQ" : "QLF_QL_YGDJ", fields);
    }

    private String code(Kind kind) {
        return switch (kind) {
            case DOUBLE_PRE_NOTICE -> "7000101";
            case MORTGAGE, CONVERSION -> revised ? "1003701" : "9000101";
            case CHANGE -> revised ? "3003701" : "9000101";
            case CANCELLATION -> revised ? "4000101" : "9000101";
        };
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case DOUBLE_PRE_NOTICE -> "700";
            case MORTGAGE, CONVERSION -> "100";
            case CHANGE -> "300";
            case CANCELLATION -> "400";
        };
    }

    private static @Nullable Kind kind(String number) {
        return number.matches("0[1-5]") ? Kind.values()[Integer.parseInt(number) - 1] : null;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String day(String time) {
        return time.isEmpty() ? null : time.substring(0, 10);
    }

    private static @Nullable String fen(String wan) {
        return wan.isEmpty() ? null : new BigDecimal(wan).movePointRight(6).toBigIntegerExact().toString();
    }

    private static String wan(long fen) {
        return BigDecimal.valueOf(fen, 6).setScale(4, java.math.RoundingMode.UNNECESSARY).toPlainString();
    }
}
