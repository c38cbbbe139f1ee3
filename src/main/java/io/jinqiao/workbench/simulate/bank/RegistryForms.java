package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.Content;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an application says, read from the registry's own names into the centre's words. */
final class RegistryForms {
    private static final Map<String, String> KINDS =
            Map.of("01", "double-pre-notice", "02", "mortgage", "03", "conversion", "04", "change", "05", "cancellation");
    private static final Map<String, String> PAPERS =
            Map.of("1", "resident-id", "2", "foreigner-residence", "3", "passport", "5", "officer-id", "8", "credit-code", "99", "other");
    private static final List<String> ROLES =
            List.of("borrower", "spouse", "co-borrower", "mortgagor", "seller", "guarantor", "developer");

    private RegistryForms() {}

    static Content.Group application(ObjectNode data) {
        JsonNode right = data.path("ql");
        Content.@Nullable Group claim = right.isMissingNode()
                ? null
                : Content.group()
                        .put("amount", fen(right.get("zqse"), 6))
                        .put("from", text(right, "dyqlqssj"))
                        .put("to", text(right, "dyqljssj"))
                        .put("appraisal", fen(right.get("pgjz"), 2))
                        .build();
        return Content.group()
                .put("caseNo", text(data, "ywlsh"))
                .put("areaCode", text(data, "xzqdm"))
                .put("kind", KINDS.get(data.path("sqdjlx").asText()))
                .rows("units", each(data.path("dylist"), RegistryForms::unit))
                .put("earlierNo", text(data, "ybdczmh"))
                .put("mortgagee", Content.group()
                        .put("name", text(data.path("dyqr"), "dyqrmc"))
                        .put("code", text(data.path("dyqr"), "dyqrzjh"))
                        .build())
                .rows("parties", each(data.path("ywrlist"), RegistryForms::party))
                .put("mortgageContractNo", text(data, "dyhth"))
                .put("claim", claim)
                .put("reason", text(data, "djyy"))
                .rows("attachments", each(data.path("materclass"), RegistryForms::material))
                .build();
    }

    private static Content.Group unit(JsonNode row) {
        return Content.group()
                .put("unitNumber", text(row, "bdcdyh"))
                .put("address", text(row, "zl"))
                .put("titleNo", text(row, "bdcqzh"))
                .put("claim", fen(row.get("dgzqse"), 2))
                .build();
    }

    private static Content.Group party(JsonNode row) {
        int role = row.path("qlrlx").asInt();
        return Content.group()
                .put("role", role < 1 || role > ROLES.size() ? null : ROLES.get(role - 1))
                .put("name", text(row, "ywrmc"))
                .put("identity", Content.group()
                        .put("type", PAPERS.get(row.path("ywrzjzl").asText()))
                        .put("number", text(row, "ywrzjh"))
                        .build())
                .put("mobile", text(row, "ywrlxdh"))
                .build();
    }

    private static Content.Group material(JsonNode row) {
        return Content.group()
                .put("kind", text(row, "material_name"))
                .put("digest", text(row, "file_id"))
                .put("size", row.path("file_size").asText())
                .put("document", text(row, "file_data"))
                .build();
    }

    private static List<Content.Group> each(JsonNode rows, java.util.function.Function<JsonNode, Content.Group> read) {
        List<Content.Group> all = new ArrayList<>();
        rows.forEach(row -> all.add(read.apply(row)));
        return all;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.get(name).asText() : null;
    }

    /** @param places from the unit down to fen: 6 from ten-thousand yuan, 2 from yuan */
    private static @Nullable String fen(@Nullable JsonNode amount, int places) {
        return amount == null || amount.isNull() ? null : new BigDecimal(amount.asText()).movePointRight(places).toBigIntegerExact().toString();
    }
}
