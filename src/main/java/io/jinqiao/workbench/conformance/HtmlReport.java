package io.jinqiao.workbench.conformance;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The run as one page that needs nothing beside it: what failed first, then what was tried, what was not, and the sheet both sides sign. */
final class HtmlReport {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx").withZone(ZoneId.of("Asia/Shanghai"));

    private final Report report;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        html.append(HtmlParts.HEAD.replace("{title}", escaped("符合性报告 Conformance · " + report.partner())));
        head();
        failures();
        matrix();
        notRun();
        html.append(HtmlParts.SIGN_OFF.replace("{partner}", escaped(report.title())).replace("{numbers}", numbers()));
        return html.append("</main></body></html>\n").toString();
    }

    private void head() {
        html.append("<h1>符合性报告 <span>Conformance report</span></h1>");
        html.append("<p class='verdict ").append(report.well() ? "well'>通过 Passed" : "ill'>未通过 Not passed").append("</p>");
        html.append("<table class='facts'>");
        fact("合作方 Partner", report.partner() + " · " + report.title());
        fact("规范 Specification", report.specification());
        fact("时间 Time", TIME.format(report.at()));
        fact("对端 Other end", report.target().toString());
        if (report.agreedBy() != null) {
            fact("恶意用例经同意 Hostile cases agreed by", report.agreedBy());
        }
        fact("结果 Result", numbers());
        html.append("</table>");
        report.idle().forEach(idle -> html.append("<p class='remark'>").append(both(idle)).append("</p>"));
        report.remarks().forEach(remark -> html.append("<p class='remark'>").append(both(remark)).append("</p>"));
    }

    private String numbers() {
        return report.passed() + " 通过 passed · " + report.failed() + " 失败 failed · " + report.notRun() + " 未执行 not run";
    }

    private void fact(String name, String value) {
        html.append("<tr><th>").append(escaped(name)).append("</th><td>").append(escaped(value)).append("</td></tr>");
    }

    private void failures() {
        html.append("<h2>失败 <span>Failures</span></h2>");
        List<Result> failed = report.results().stream().filter(Result::failed).toList();
        if (failed.isEmpty()) {
            html.append("<p>无 / none</p>");
        }
        failed.forEach(this::failure);
    }

    private void failure(Result result) {
        Finding finding = ((Outcome.Failed) result.outcome()).finding();
        html.append("<section class='failure'><h3>").append(escaped(result.trial().name())).append("</h3><p>").append(both(result.trial().what()));
        html.append("</p><p class='direction'>").append(escaped(result.trial().direction())).append("</p><table class='facts'>");
        fact("应为 Expected", finding.expected());
        fact("实为 Found", finding.found());
        optional("我方字段 Our field", finding.ourField());
        optional("对方字段 Their field", finding.theirField());
        optional("条款 Clause", finding.clause());
        fact("建议 Likely fix", finding.fix().toString());
        html.append("</table>");
        if (finding.bytes().length > 0) {
            html.append("<details open><summary>").append(finding.bytes().length).append(" 字节 bytes (").append(escaped(finding.charset().name())).append(")</summary><pre>")
                    .append(escaped(HexText.text(finding.bytes(), finding.charset()))).append("</pre><pre class='hex'>")
                    .append(escaped(HexText.dump(finding.bytes()))).append("</pre></details>");
        }
        html.append("</section>");
    }

    private void optional(String name, @Nullable String value) {
        if (value != null) {
            fact(name, value);
        }
    }

    private void matrix() {
        html.append("<h2>业务 <span>Operations</span></h2><p class='key'>通过/失败/未执行 · passed/failed/not run；– (n)：n 项均未执行 none of n ran</p><div class='wide'><table class='matrix'><tr><th>业务 operation</th><th>方向 direction</th>");
        List<Trial.Kind> kinds = Arrays.stream(Trial.Kind.values())
                .filter(kind -> report.results().stream().anyMatch(result -> result.trial().kind() == kind))
                .toList();
        kinds.forEach(kind -> html.append("<th>").append(kind.words.chinese()).append("<br>").append(kind.words.english()).append("</th>"));
        html.append("</tr>");
        Map<String, List<Result>> rows = report.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.trial().operation().id() + "</td><td>" + result.trial().direction(), TreeMap::new, Collectors.toList()));
        rows.forEach((row, results) -> {
            html.append("<tr><td>").append(row).append("</td>");
            kinds.forEach(kind -> cell(results.stream().filter(result -> result.trial().kind() == kind).toList()));
            html.append("</tr>");
        });
        html.append("</table></div>");
    }

    private void cell(List<Result> results) {
        long passed = results.stream().filter(Result::passed).count();
        long failed = results.stream().filter(Result::failed).count();
        html.append(failed > 0 ? "<td class='ill'>" : passed > 0 ? "<td class='well'>" : "<td>");
        html.append(results.isEmpty() ? "" : passed + failed == 0 ? "– (" + results.size() + ")" : passed + "/" + failed + "/" + (results.size() - passed - failed)).append("</td>");
    }

    private void notRun() {
        html.append("<h2>未执行 <span>Not run</span></h2>");
        Map<Words, List<Result>> reasons = new LinkedHashMap<>();
        for (Result result : report.results()) {
            if (result.outcome() instanceof Outcome.NotRun notRun) {
                reasons.computeIfAbsent(notRun.why(), why -> new java.util.ArrayList<>()).add(result);
            }
        }
        if (reasons.isEmpty()) {
            html.append("<p>无 / none</p>");
        }
        reasons.forEach((why, results) -> {
            html.append("<details").append(results.size() > 8 ? "" : " open").append("><summary>").append(both(why)).append(" (").append(results.size()).append(")</summary><ul>");
            results.forEach(result -> html.append("<li>").append(escaped(result.trial().name())).append("</li>"));
            html.append("</ul></details>");
        });
    }

    private static String both(Words words) {
        return escaped(words.chinese()) + " <span lang='en'>" + escaped(words.english()) + "</span>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
