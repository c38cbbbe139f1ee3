package io.jinqiao.workbench.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.jinqiao.loan.LoanWord;
import io.jinqiao.message.LoanApplication;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** The table at the end: what became of each application, in plain words, as the API tells it. */
final class Report {
    private static final Map<String, String> STORY = Map.of(
            "accepted", "受理",
            "initial-reviewed", "初审",
            "second-reviewed", "复审",
            "approved", "审批",
            "bank-told", "银行回执",
            "opinion-printed", "打印",
            "contract-signed", "签约",
            "contract-in-force", "合同生效");

    private static final Map<String, String> SECURITY = Map.of(
            "none", "无 none",
            "held", "留存 held",
            "submitted", "已报送 submitted",
            "pre-noticed", "预告登记 pre-noticed",
            "registered", "抵押登记 registered",
            "converted", "转本登记 converted",
            "released", "已注销 released");
    private static final Map<String, String> KINDS = Map.of(
            "double-pre-notice", "双预告", "mortgage", "抵押", "conversion", "转本", "change", "变更", "cancellation", "注销");

    private static final int LONGEST_WAIT = 300;
    private static final long PAUSE = 200_000_000;

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

    /** @return whether each loan is secured as it should be, or released */
    static boolean registrations(PrintStream out, List<Mortgages.Walked> walked, Api api) {
        Table table = new Table().row("申请 loan", "事项 what", "担保 security", "登记 registrations", "经过 what happened");
        boolean well = true;
        for (Mortgages.Walked one : walked) {
            JsonNode loan = api.get("/api/v1/loans?number=" + one.application().applicationNo()).body().path("loans").path(0);
            JsonNode trace = api.get("/api/v1/loans/" + loan.path("acceptanceNo").asText()).body();
            String security = loan.path("security").asText();
            well &= security.equals(one.security());
            String mark = security.equals(one.security()) ? "" : "！";
            table.row(one.application().applicationNo(), one.what(), mark + SECURITY.getOrDefault(security, security), cases(one, api), secured(trace.path("events")));
        }
        out.println(table);
        return well;
    }

    /** Scores of periods that are over. @return whether every one was graded */
    static boolean scores(PrintStream out, Api api, String base) {
        Table table = new Table().row("考核期 period", "银行 bank", "得分 points", "等级 grade", "系数 fee coefficient", "参评权重 weight graded", "状态 state", "银行回执 bank's answer", "异议 objections", "异议截止 until");
        boolean well = true;
        for (JsonNode one : api.get("/api/v1/assessments").body()) {
            if (one.path("state").asText().equals("running")) {
                continue;
            }
            JsonNode whole = answered(api, one.path("periodNo").asText());
            String answer = whole.path("scorecards").path(0).path("answer").asText();
            well &= one.hasNonNull("grade") && answer.equals("accepted");
            table.row(
                    one.path("periodNo").asText(), one.path("partner").asText(), one.path("total").asText(), one.path("grade").asText(), one.path("coefficient").asText(),
                    one.path("gradedWeight").asText(), one.path("state").asText(), answer, "" + whole.path("objections").size(), one.path("objectionsUntil").asText());
        }
        out.println(table);
        out.println("银行考核 / assessment: " + base + "/console/assessment");
        out.println("独立复算 / compute a score again: docs/bank-scores.md\n");
        return well;
    }

    /** The period, once its bank answered the scorecard or nobody waits any longer. */
    private static JsonNode answered(Api api, String periodNo) {
        JsonNode whole = api.get("/api/v1/assessments/" + periodNo).body();
        for (int waited = 0; waited < LONGEST_WAIT && !whole.path("scorecards").path(0).hasNonNull("answer"); waited++) {
            LockSupport.parkNanos(PAUSE);
            whole = api.get("/api/v1/assessments/" + periodNo).body();
        }
        return whole;
    }

    private static String cases(Mortgages.Walked one, Api api) {
        List<String> cases = new ArrayList<>();
        for (JsonNode found : api.get("/api/v1/registrations?number=" + one.application().applicationNo()).body().path("registrations")) {
            String end = found.path("certified").asBoolean() ? "已办结 done" : "在办 open";
            cases.add(0, KINDS.getOrDefault(found.path("kind").asText(), "?") + " " + end);
        }
        return String.join("，", cases);
    }

    private static String secured(JsonNode events) {
        List<String> steps = new ArrayList<>();
        for (JsonNode event : events) {
            if (event.path("type").asText().equals("security-changed")) {
                steps.add(SECURITY.getOrDefault(event.path("detail").path("to").asText(), "?"));
            } else if (event.path("type").asText().equals("property-checked")) {
                steps.add("权属核验 " + event.path("detail").path("verdict").asText());
            }
        }
        return String.join(" → ", steps);
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
            boolean ofTheRegistry = event.path("detail").path("operation").asText().equals("mortgage-result");
            String step = ofTheRegistry ? null : STORY.get(event.path("type").asText());
            if (step != null && (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step))) {
                steps.add(step);
            }
        }
        return String.join(" → ", steps);
    }
}
