package io.jinqiao.workbench.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came out, for people and for programs. */
final class Report {
    private Report() {}

    static String text(Examined examined) {
        StringBuilder text = new StringBuilder("\n");
        List<Finding> findings = examined.findings();
        if (findings.isEmpty()) {
            text.append(examined.exitCode() == 0 ? "没有发现问题 / nothing is wrong\n" : "没能查完，缺什么见上 / could not look at everything; what is missing is said above\n");
        }
        if (findings.size() > 1) {
            text.append("以下之一，目前的观察分不出是哪一个 / one of these; nothing observed tells which:\n");
        }
        for (Finding finding : findings) {
            text.append(findings.size() > 1 ? "- " : "")
                    .append(finding.text(Locale.CHINESE)).append(" / ").append(finding.text(Locale.ENGLISH))
                    .append(" (").append(finding.cause().id()).append(")\n  → ")
                    .append(finding.fix(Locale.CHINESE)).append("\n  → ").append(finding.fix(Locale.ENGLISH)).append('\n');
        }
        return text.append("发出查询 / questions sent: ").append(examined.asked()).append('\n').toString();
    }

    static void write(Examined examined, Path file) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("partner", examined.partner());
        all.put("exitCode", examined.exitCode());
        all.put("questions", examined.asked());
        all.put("findings", examined.findings().stream().map(Report::finding).toList());
        all.put("steps", examined.steps().stream().map(s -> Map.of(
                "probe", s.probe().name().toLowerCase(Locale.ROOT),
                "mark", s.mark().name().toLowerCase(Locale.ROOT),
                "detail", s.detail())).toList());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), all);
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("cause", finding.cause().id());
        all.put("chinese", finding.text(Locale.CHINESE));
        all.put("english", finding.text(Locale.ENGLISH));
        all.put("chineseFix", finding.fix(Locale.CHINESE));
        all.put("englishFix", finding.fix(Locale.ENGLISH));
        return all;
    }
}
