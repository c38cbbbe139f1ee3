package io.jinqiao.adapter.descriptor;

import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which axes of the {@code wire} part go together, and what each of them needs. */
final class WireRules {
    /** What each envelope is written in and how it is signed. */
    private static final Map<String, List<String>> ENVELOPES = Map.of(
            "parameters", List.of("json", "path-and-sorted-parameters", "signed-member"),
            "message-head", List.of("xml", "document-without-signature", "xml-document"),
            "xml-document", List.of("xml", "document-without-signature", "xml-document"),
            "fixed-head", List.of("xml", "head-and-document", "fixed-head"),
            "sealed-members", List.of("json", "sealed-members", "sealed-members"));

    private final Members wire;
    private final Problems problems;

    WireRules(Members wire, Problems problems) {
        this.wire = wire;
        this.problems = problems;
    }

    void check(WireForm form) {
        Members request = wire.in("request");
        List<String> parts = ENVELOPES.getOrDefault(form.request().envelope(), List.of("", "", ""));
        goes(wire, "encoding", parts.get(0), form);
        goes(request, "signing-input", parts.get(1), form);
        goes(wire.in("reply"), "envelope", parts.get(2), form);
        boolean headed = form.request().envelope().equals("message-head");
        boolean fixed = form.request().envelope().equals("fixed-head");
        boolean document = form.request().envelope().equals("xml-document") || headed || fixed;
        needs(wire, "document", document, "envelope xml-document, message-head or fixed-head");
        needs(wire, "fixed-head", fixed, "envelope fixed-head");
        needs(wire, "soap", form.framing().equals("soap-body"), "framing soap-body");
        needs(wire, "frame", form.framing().equals("length-prefix"), "framing length-prefix");
        needs(wire, "field", form.framing().equals("http-form"), "framing http-form");
        boolean sealed = form.request().envelope().equals("sealed-members");
        needs(wire, "sealing", sealed, "envelope sealed-members");
        needs(request, "operation", document && !fixed || sealed, "envelope xml-document or sealed-members");
        if (!sealed && request.has("operation-as")) {
            problems.at(request.node("operation-as"), "operation-as 只在此处有意义 / operation-as means something with envelope sealed-members only", "请删去 / take it away");
        }
        if (sealed) {
            needs(request, "sign-type", false, "another envelope");
            needs(wire.in("reply"), "sign-type", false, "another envelope");
            needs(request, "time-of-day", false, "envelope xml-document");
        } else if (!document) {
            needs(request, "sign-type", true, "envelope parameters");
            needs(wire.in("reply"), "sign-type", true, "envelope signed-member");
            needs(request, "time-of-day", false, "envelope xml-document");
        } else if (request.has("sign-type") != wire.in("reply").has("sign-type")) {
            problems.at(request.node("signature"), "请求与应答须同写签名配置名，或都不写 / request and answer must both name the signing profile, or neither", "sign-type");
        }
        if (!form.request().timeOfDay().isEmpty() && form.request().timeForm().chars().filter(c -> c == ' ').count() != 1) {
            problems.at(request.node("time-form"), "日期与时间分开存放：两个格式之间一个空格 / date and time of day stand apart: one blank between their patterns", "例如 / such as yyyyMMdd HHmmss@Asia/Shanghai");
        }
        if (form.document() != null && document) {
            declares();
            Members at = wire.in("document");
            needs(at, "head", headed || fixed, "envelope message-head or fixed-head");
            needs(at, "records", headed, "envelope message-head");
            needs(at, "order", !headed && !fixed, "envelope xml-document");
            if (!headed && !fixed) {
                order(form);
            }
        }
        if (wire.has("editions")) {
            editions(headed);
        }
        if (form.frame() != null) {
            width(form.frame());
        }
    }

    private void goes(Members at, String axis, String expected, WireForm form) {
        if (!at.text(axis).equals(expected)) {
            problems.at(at.node(axis), "与 envelope 不配 / " + axis + " " + at.text(axis) + " does not go with envelope " + form.request().envelope(), axis + ": " + expected);
        }
    }

    private void needs(Members at, String name, boolean wanted, String by) {
        if (wanted && !at.has(name)) {
            problems.at(wire.node("framing"), "缺少 " + name + " / " + by + " needs " + name, null);
        } else if (!wanted && at.has(name)) {
            problems.at(at.node(name), name + " 只用于另一种形式 / " + name + " means something with " + by + " only", "请删去 / take it away");
        }
    }

    private void declares() {
        for (Node node : wire.in("document").rows("declares")) {
            String name = ((Node.Leaf) node).text();
            try {
                Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                problems.unknown(node, "字符集 / charset", name, List.of("UTF-8", "GB2312", "GBK", "GB18030"));
            }
        }
    }

    private void editions(boolean headed) {
        Members editions = wire.in("editions");
        needs(wire, "editions", headed, "envelope message-head");
        Set<String> known = editions.in("known").group().members().keySet();
        if (!known.contains(editions.text("in-force"))) {
            problems.unknown(editions.node("in-force"), "版本 / edition", editions.text("in-force"), known);
        }
    }

    /** Every element of the envelope is written once. */
    private void order(WireForm form) {
        Set<String> names = new LinkedHashSet<>(form.request().constants().keySet());
        names.addAll(List.of(
                form.request().operation(),
                form.request().id(),
                form.request().time(),
                form.request().timeOfDay(),
                form.request().payload(),
                form.request().signType(),
                form.request().signature()));
        names.remove("");
        Set<String> written = new HashSet<>();
        for (Node node : wire.in("document").rows("order")) {
            String name = ((Node.Leaf) node).text();
            if (!names.contains(name)) {
                problems.unknown(node, "报文封装要素 / element of the envelope", name, names);
            } else if (!written.add(name)) {
                problems.at(node, "要素重复 / the element " + name + " stands here twice", null);
            }
        }
        names.removeAll(written);
        names.forEach(name -> problems.at(wire.in("document").node("order"), "要素没有位置 / the element " + name + " has no place", "请补上 / add it"));
    }

    private void width(FrameForm frame) {
        int most = frame.written() == FrameForm.Written.BINARY ? 4 : 10;
        if (frame.width() > most) {
            problems.at(wire.in("frame").node("width"), "长度字段至多 " + most + " 字节 / a length has at most " + most + " bytes here", null);
        }
        if (!frame.flag().chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            problems.at(wire.in("frame").node("flag"), "flag 只能是可见 ASCII 字符 / a flag is plain ASCII", null);
        }
    }
}
