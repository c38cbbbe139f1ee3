package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.loan.LoanWord;
import io.jinqiao.message.LoanApplication;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table at the end: what became of each application, in plain words, as the API tells it. */
final class Report {
    private static final Map<String, String> STORY = Map.of(
            "accepted", "受理",
            "initial-reviewed", "初审",
            "second-reviewed", "复审",
            "approved", "审批",
            "bank-told", "银行回执",
            "opinion-printed", "打印",
            "contract-signed", "签约");

    private Report() {}

    /** An application that was meant to be refused. @param answer what the branch was told */
    record Line(String applicationNo, String fault, String answer) {}

    /** @return whether every good one got through and every wrong one was refused */
    static boolean print(PrintStream out, Map<String, LoanApplication> good, List<Line> refused, Api api, String base) {
        Table table = new Table().row("申请 loan", "银行 bank", "状态 state", "剩余期限 days left", "经过 what happened");
        boolean well = true;
        for (String applicationNo : good.keySet()) {
            well &= goodRow(table, applicationNo, api);
        }
        for (Line line : refused) {
            boolean asMeant = line.answer().startsWith("refused");
            well &= asMeant;
            String state = asMeant ? "拒收 refused" : "！未拒收 not refused";
            table.row(line.applicationNo(), "icbc", state, "—", line.fault() + " → " + line.answer().replace("refused ", ""));
        }
        out.println();
        out.println(table);
        out.println("控制台 / console: " + base + "/console");
        out.println("接口说明 / API: " + base + "/swagger-ui/index.html");
        return well;
    }

    private static boolean goodRow(Table table, String applicationNo, Api api) {
        JsonNode found = api.get("/api/v1/loans?number=" + applicationNo).body().path("loans").path(0);
        if (found.isMissingNode()) {
            table.row(applicationNo, "?", "！没有 missing", "—", "");
            return false;
        }
        JsonNode trace = api.get("/api/v1/loans/" + found.path("acceptanceNo").asText()).body();
        String word = LoanWord.of(found.path("word").asText()).both();
        String number = found.path("acceptanceNo").asText();
        table.row(applicationNo, found.path("partner").asText(), word, daysLeft(trace.path("deadlines")), number + " " + story(trace.path("events")));
        return found.path("opinionTold").asText().equals("accepted");
    }

    /** The clocks that run, each in its own kind of days. */
    private static String daysLeft(JsonNode deadlines) {
        List<String> running = new ArrayList<>();
        for (JsonNode deadline : deadlines) {
            if (Set.of("RUNNING", "LATE").contains(deadline.path("state").asText()) && deadline.hasNonNull("daysLeft")) {
                String kind = deadline.path("kind").asText().equals("WORKING") ? " 工作日" : " 日历日";
                running.add(deadline.path("chinese").asText() + " " + deadline.path("daysLeft").asInt() + kind);
            }
        }
        return running.isEmpty() ? "—" : String.join("，", running);
    }

    private static String story(JsonNode events) {
        List<String> steps = new ArrayList<>();
        for (JsonNode event : events) {
            String step = STORY.get(event.path("type").asText());
            if (step != null && (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step))) {
                steps.add(step);
            }
        }
        return String.join(" → ", steps);
    }
}
