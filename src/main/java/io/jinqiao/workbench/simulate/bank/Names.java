package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank calls the parts of an answer, and how it numbers outcomes.
 *
 * @param content the group the content stands in; empty when it stands beside the code
 * @param original the group that holds the answer an earlier message got
 * @param codes in the order of {@link Outcome}
 */
record Names(
        Spelling spelling,
        String code,
        String text,
        String id,
        String content,
        String errors,
        String errorWord,
        String status,
        String original,
        List<String> codes) {

    ObjectNode answer(String id, Wire.Said said) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put(code, codes.get(said.outcome().ordinal()));
        tree.put(text, said.complaints().isEmpty() ? words(said.outcome()) : said.complaints().get(0).words());
        if (!id.isEmpty()) {
            tree.put(this.id, id);
        }
        if (said.enquired() != null) {
            enquired(tree, said.enquired());
        } else if (content.isEmpty()) {
            tree.setAll(said.content());
        } else if (!said.content().isEmpty()) {
            tree.set(content, said.content());
        }
        if (!said.complaints().isEmpty()) {
            ArrayNode list = tree.putArray(errors);
            said.complaints().forEach(c -> list.add(row(c)));
        }
        return tree;
    }

    private void enquired(ObjectNode tree, Wire.Enquired enquired) {
        Wire.@Nullable Said answer = enquired.answer();
        if (answer == null) {
            tree.put(status, "3");
        } else if (answer.outcome() == Outcome.IN_PROCESS) {
            tree.put(status, "2");
        } else {
            tree.put(status, "1");
            tree.set(original, answer(enquired.id(), answer));
        }
    }

    private ObjectNode row(Complaint complaint) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(spelling.of(errorWord + " code"), "partner.refused");
        if (!complaint.field().isEmpty()) {
            row.put(spelling.of("field"), complaint.field());
        }
        row.put(spelling.of(errorWord + " msg"), complaint.words());
        return row;
    }

    Wire.Heard hear(boolean verified, ObjectNode tree) throws NotUnderstood {
        ObjectNode rest = tree.deepCopy();
        JsonNode itsCode = rest.remove(code);
        if (itsCode == null || !itsCode.isTextual()) {
            throw new NotUnderstood(Outcome.ENVELOPE, "", code, "应答缺少返回码 / no return code");
        }
        rest.remove(text);
        JsonNode itsId = rest.remove(id);
        JsonNode rows = rest.remove(errors);
        JsonNode itsStatus = rest.remove(status);
        JsonNode became = rest.remove(original);
        JsonNode inside = content.isEmpty() ? rest : rest.get(content);
        return new Wire.Heard(
                verified,
                itsCode.asText(),
                itsId == null ? "" : itsId.asText(),
                inside instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode(),
                told(rows),
                itsStatus == null ? "" : itsStatus.asText(),
                became instanceof ObjectNode object ? hear(verified, object) : null);
    }

    private List<Wire.Told> told(@Nullable JsonNode rows) {
        List<Wire.Told> told = new ArrayList<>();
        if (rows != null) {
            (rows.isArray() ? rows : List.of(rows)).forEach(row -> told.add(new Wire.Told(
                    row.path(spelling.of(errorWord + " code")).asText(),
                    row.path(spelling.of("centre field")).asText(),
                    row.path(spelling.of("field")).asText())));
        }
        return told;
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case DONE -> "success";
            case IN_PROCESS -> "处理中 / in process";
            case ENVELOPE -> "报文头或格式错误 / envelope or format";
            case SIGNATURE -> "验签或证书错误 / signature or certificate";
            case TIME -> "时间戳或报文编号错误 / time stamp or message number";
            case FIELD -> "字段错误 / field";
            case UNKNOWN_MESSAGE -> "没有该编号的报文 / no message with this number";
            case REFUSED -> "其他原因拒绝 / refused for another reason";
        };
    }
}
