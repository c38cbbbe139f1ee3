package io.jinqiao.adapter.descriptor;

import io.jinqiao.adapter.descriptor.WireForm.Constant;
import io.jinqiao.adapter.descriptor.WireForm.DocumentForm;
import io.jinqiao.adapter.descriptor.WireForm.EditionForm;
import io.jinqiao.adapter.descriptor.WireForm.EnquiryForm;
import io.jinqiao.adapter.descriptor.WireForm.FixedHeadForm;
import io.jinqiao.adapter.descriptor.WireForm.ProblemsForm;
import io.jinqiao.adapter.descriptor.WireForm.ReplyForm;
import io.jinqiao.adapter.descriptor.WireForm.RequestForm;
import io.jinqiao.adapter.descriptor.WireForm.SecurityForm;
import io.jinqiao.adapter.descriptor.WireForm.SoapForm;
import io.jinqiao.rulebook.Node;
import io.jinqiao.rulebook.Problems;
import io.jinqiao.signing.Sm3;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Reads the {@code wire} part of an {@code adapter.yaml}. */
final class WireReader {
    private WireReader() {}

    /** @param placeholders puts configured values in; throws {@link IllegalArgumentException} when there is none */
    static WireForm read(Members wire, UnaryOperator<String> placeholders, Problems problems) {
        Filled filled = new Filled(placeholders, problems);
        RequestForm request = request(wire.in("request"), filled, problems);
        WireForm form = new WireForm(
                wire.text("encoding"),
                wire.text("framing"),
                wire.text("unexpected").equals("refuse"),
                wire.text("empty-text").equals("absent"),
                wire.text("field", ""),
                wire.has("frame") ? frame(wire.in("frame")) : null,
                wire.has("soap") ? soap(wire.in("soap")) : null,
                wire.has("editions") ? edition(wire.in("editions")) : null,
                wire.has("document") ? document(wire.in("document")) : null,
                wire.has("sealing") ? SealingReader.read(wire.in("sealing"), problems) : null,
                wire.has("fixed-head") ? fixedHead(wire.in("fixed-head"), filled) : null,
                request,
                reply(wire.in("reply")),
                wire.has("enquiry") ? enquiry(wire.in("enquiry")) : null);
        new WireRules(wire, problems).check(form);
        return form;
    }

    private static FrameForm frame(Members frame) {
        return new FrameForm(
                frame.text("flag", ""),
                frame.word("written", FrameForm.Written.class),
                Integer.parseInt(frame.text("width")),
                frame.word("counts", FrameForm.Counts.class));
    }

    private static DocumentForm document(Members document) {
        return new DocumentForm(
                document.text("root"),
                document.text("reply-root", document.text("root")),
                document.text("head", ""),
                document.text("records", ""),
                document.texts("declares"),
                document.texts("order"));
    }

    private static SoapForm soap(Members soap) {
        return new SoapForm(
                soap.text("namespace"), soap.text("request"), soap.text("text"), soap.text("reply"), soap.text("reply-text"), soap.text("action", ""),
                soap.text("style", "document").equals("rpc"),
                soap.has("security") ? security(soap.in("security")) : null);
    }

    private static SecurityForm security(Members security) {
        return new SecurityForm(security.text("our-key"), security.texts("their-certificates"), security.duration("lifetime"));
    }

    private static EditionForm edition(Members editions) {
        Map<String, Map<String, List<String>>> codes = new LinkedHashMap<>();
        editions.in("known").group().members().forEach((name, node) -> {
            Map<String, List<String>> known = new LinkedHashMap<>();
            Members of = Members.of(node);
            of.group().members().keySet().forEach(code -> known.put(code, of.texts(code)));
            codes.put(name, known);
        });
        return new EditionForm(editions.text("in-force"), codes);
    }

    private static FixedHeadForm fixedHead(Members head, Filled filled) {
        Map<String, String> answers = new LinkedHashMap<>();
        Members types = head.in("answers");
        types.group().members().keySet().forEach(type -> answers.put(type, types.text(type)));
        return new FixedHeadForm(
                head.text("mark"), filled.text(head, "ours"), filled.text(head, "theirs"), Integer.parseInt(head.text("reserved")), head.text("end").equals("line-end"),
                head.text("signature-start"), head.text("signature-end").equals("line-end") ? "}\r\n" : head.text("signature-end"), answers);
    }

    private static RequestForm request(Members form, Filled filled, Problems problems) {
        try {
            io.jinqiao.adapter.mapping.Conversions.named("instant:" + form.text("time-form"));
        } catch (IllegalArgumentException e) {
            problems.at(form.node("time-form"), "不是时间格式 / no pattern of a time", "例如 / such as yyyy-MM-dd HH:mm:ss@Asia/Shanghai");
        }
        Map<String, Constant> constants = new LinkedHashMap<>();
        if (form.has("constants")) {
            form.in("constants").group().members().forEach((name, node) -> constants.put(name, constant(node, filled)));
        }
        return new RequestForm(
                form.text("envelope"),
                form.text("signing-input"),
                form.text("operation", ""),
                form.text("operation-as", "path").equals("number"),
                form.text("id"),
                form.text("time"),
                form.text("time-of-day", ""),
                form.text("time-form"),
                form.text("payload"),
                form.text("sign-type", ""),
                form.text("signature"),
                constants);
    }

    private static Constant constant(Node node, Filled filled) {
        if (node instanceof Node.Leaf leaf) {
            String text = filled.text(node, leaf.text());
            return new Constant(text, text);
        }
        Members both = Members.of(node);
        if (both.has("sm3")) {
            String digest = Sm3.hex(filled.text(both, "sm3"));
            return new Constant(digest, digest);
        }
        return new Constant(both.text("in"), both.text("out"));
    }

    private static ReplyForm reply(Members form) {
        Members problems = form.in("problems");
        return new ReplyForm(
                form.text("envelope"),
                form.text("payload"),
                form.text("sign-type", ""),
                form.text("signature"),
                form.text("code"),
                form.text("text"),
                form.text("id"),
                form.text("detail", ""),
                new ProblemsForm(
                        problems.text("list"),
                        problems.text("code"),
                        problems.text("our"),
                        problems.text("their"),
                        problems.text("text"),
                        problems.text("english")));
    }

    private static EnquiryForm enquiry(Members form) {
        return new EnquiryForm(
                form.text("status"),
                form.text("done"),
                form.text("in-process"),
                form.text("never-arrived"),
                form.text("original"));
    }
}
