package io.jinqiao.evidence.pack;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page a person opens first: what is in the pack and how it is checked. One file, printable, nothing loaded from elsewhere. A
 * verifier writes it again and compares: its words belong to format 1 of the pack and change only with the format.
 */
final class CoverPage {
    private static final String STYLE = """
            body{font:11pt/1.5 "Noto Serif SC","Songti SC",SimSun,serif;max-width:60em;margin:2em auto;padding:0 1em;color:#1b1b1b}
            h1{font-size:1.5em;border-bottom:3px double #9c1f1f;padding-bottom:.4em}
            table{border-collapse:collapse;width:100%;font-size:.85em}
            th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{background:#f3efe6}
            code{font-family:"DejaVu Sans Mono",Consolas,monospace;font-size:.9em}
            @media print{body{margin:0;max-width:none}tr{break-inside:avoid}}
            """;

    private CoverPage() {}

    static String html(String about, String id, String created, List<PackManifest.Item> items) {
        String title = about.equals("loan") ? "贷款存证包 Evidence of a loan" : "报文存证包 Evidence of a message";
        return "<!doctype html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\"><title>" + title + "</title><style>" + STYLE
                + "</style></head><body>\n<h1>" + title + "</h1>\n<p>编号 Number: <code>" + text(id)
                + "</code><br>生成时间 Made at: " + text(created) + "<br>记录数 Records: " + items.size() + "</p>\n"
                + "<table>\n<tr><th>№</th><th>时间 Time (UTC)</th><th>事件 Event</th><th>合作方 Partner</th>"
                + "<th>业务 Operation</th><th>报文编号 Message</th><th>结论 Verdict</th><th>证明 Proof</th></tr>\n"
                + items.stream().map(CoverPage::row).collect(Collectors.joining())
                + "</table>\n" + explanation() + "</body></html>\n";
    }

    private static String row(PackManifest.Item item) {
        String proof = item.seal() == null ? item.proof() == null ? "待入链 pending" : "已入链 linked" : "已封存 sealed";
        String verdict = verdict(item.verdict()) + (item.codes() == null ? "" : "<br><code>" + text(item.codes()) + "</code>");
        return "<tr><td>" + text(item.number()) + "</td><td>" + text(item.at()) + "</td><td>" + kind(item.kind())
                + "</td><td>" + text(item.partner()) + "</td><td>" + text(item.operation()) + "</td><td>"
                + text(item.messageId()) + "</td><td>" + verdict + "</td><td>" + proof
                + (item.erased() ? "<br>内容已删除 erased" : "") + "</td></tr>\n";
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "received" -> "收到请求 received";
            case "answered" -> "我方答复 answered";
            case "about-to-send" -> "即将发送 about to send";
            case "reply-received" -> "收到答复 reply received";
            case "nothing-came" -> "未收到答复 nothing came";
            case "decision" -> "人工决定 decision";
            default -> text(kind);
        };
    }

    private static String verdict(String verdict) {
        return switch (verdict) {
            case "accepted" -> "验签通过 accepted";
            case "refused" -> "拒绝 refused";
            case "channel" -> "仅通道认证 channel only";
            case "none" -> "无须验签 none";
            default -> text(verdict);
        };
    }

    private static String explanation() {
        return """
                <h2>如何核验 How to check</h2>
                <p>本页只供阅读，不构成证明；证明在其余文件中。This page is for reading only; the proof is in the other files.</p>
                <ol>
                <li><code>messages/</code>：往来的原始字节、待签名串、签名。The exact bytes, what was signed, the signature.</li>
                <li><code>record.txt</code> 载明每条记录及其字节的摘要。It states each record and the digests of its bytes.</li>
                <li><code>proofs/</code>：<code>link.txt</code> 把记录连到上一条；<code>path.txt</code> 通向批次的根；
                <code>seal.txt</code> 由时间戳机构盖戳（<code>seal.tsr</code>，RFC 3161）。A link joins the record to the one before it, a
                path leads to the root of its batch, an authority time-stamped the batch.</li>
                <li><code>certificates/</code>：签名证书、签发机构、当时的吊销列表。Certificates, their issuers, the revocation lists in use.
                受信任的根证书须由核验人自备。Bring your own trusted roots.</li>
                </ol>
                <p>命令：<code>jinqiao-workbench evidence verify &lt;pack&gt;</code>，或只用 <code>openssl</code>，步骤见
                <code>docs/evidence.md</code>。With our tool, or step by step with openssl alone as that page shows.</p>
                """;
    }

    private static String text(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
