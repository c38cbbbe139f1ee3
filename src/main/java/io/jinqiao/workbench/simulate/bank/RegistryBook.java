package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Party;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.workbench.simulate.Course;
import io.jinqiao.workbench.simulate.Paper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The register and its cases. A case moves one step each simulated working day: handed in, accepted (or sent back first), decided, and the day after
 * its entry the certificate.
 */
final class RegistryBook {
    private static final List<String> FLAGS = List.of("dyztcode", "cfztcode", "yyztcode", "xzztcode", "ygdjztcode", "jzqztcode");
    private static final String PURCHASE = "1";
    private static final String SUBMITTED = "0";
    private static final String REJECTED = "11";
    private static final String ACCEPTED = "20";
    private static final String SUPPLEMENT = "21";
    private static final String REGISTERED = "30";
    private static final String DELETED = "41";

    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> marks = new HashMap<>();
    private final Map<String, Estate> estates = new LinkedHashMap<>();
    /** Of one case, so that a number is not given twice over a restart. */
    private static final int MOST_PROOFS = 10;

    private final RegistryPapers papers;
    private final RegistryMemory memory;
    private final Clock clock;
    private Paper paper = Paper.PROPER;
    private int proofs;

    /** Day of a unit's first registration, where there is one. */
    private final Map<String, String> buildings = new HashMap<>();

    /** Who holds a unit, and under which title. */
    record Estate(String unit, String holder, String identity) {}

    /** Something the centre is to be told. @param code request code of the call-back */
    record Notice(String code, String caseNo, ObjectNode data) {}

    private static final class Case {
        final RegistrationApplication application;
        final String number;
        Course course = Course.REGISTER;
        String state = SUBMITTED;
        Instant at;
        @Nullable String reason;
        boolean sentBack;
        boolean supplemented;
        boolean certified;
        @Nullable ObjectNode entry;
        /** as they were issued, by number of proof; a registry that was started again issues them anew */
        final Map<String, ObjectNode> certificates = new HashMap<>();

        Case(RegistrationApplication application, String number, Instant at) {
            this.application = application;
            this.number = number;
            this.at = at;
        }

        ObjectNode written() {
            ObjectNode written = node().put("case", application.caseNo()).put("number", number).put("course", course.name()).put("state", state)
                    .put("at", at.toString()).put("reason", reason).put("back", sentBack).put("supplemented", supplemented).put("certified", certified);
            written.set("entry", entry);
            return written;
        }

        static Case read(RegistrationApplication application, ObjectNode was) {
            Case one = new Case(application, was.path("number").asText(), Instant.parse(was.path("at").asText()));
            one.course = Course.valueOf(was.path("course").asText());
            one.state = was.path("state").asText();
            one.reason = was.hasNonNull("reason") ? was.path("reason").asText() : null;
            one.sentBack = was.path("back").asBoolean();
            one.supplemented = was.path("supplemented").asBoolean();
            one.certified = was.path("certified").asBoolean();
            one.entry = was.get("entry") instanceof ObjectNode entry ? entry : null;
            return one;
        }

        boolean over() {
            return certified || state.equals(REJECTED) || state.equals(DELETED);
        }
    }

    /** @param filed applications of an earlier run, in any order */
    RegistryBook(RegistryPapers papers, RegistryMemory memory, Clock clock, List<RegistrationApplication> filed) {
        this.papers = papers;
        this.memory = memory;
        this.clock = clock;
        Map<String, RegistrationApplication> known = new HashMap<>();
        filed.forEach(one -> known.put(one.caseNo(), one));
        memory.read().forEach((caseNo, was) -> {
            if (known.containsKey(caseNo)) {
                cases.put(caseNo, Case.read(known.get(caseNo), was));
            }
        });
        proofs = cases.size() * MOST_PROOFS;
    }

    private void remember() {
        memory.write(cases.values().stream().map(Case::written).toList());
    }

    synchronized void papers(Paper how) {
        paper = how;
    }

    synchronized void estate(String title, String unit, String holder, String identity) {
        estates.remove(title);
        estates.put(title, new Estate(unit, holder, identity));
    }

    /** The building of a unit is registered for the first time. @param day as {@code yyyy-MM-dd} */
    synchronized void building(String unit, String day) {
        buildings.put(unit, day);
    }

    /** @param flag such as {@code cfztcode}; @param code null: the register does not say */
    synchronized void mark(String unit, String flag, @Nullable String code) {
        marks.computeIfAbsent(unit, u -> new HashMap<>()).put(flag, code == null ? "" : code);
    }

    synchronized void course(String caseNo, Course course) {
        Case one = cases.get(caseNo);
        if (one == null) {
            throw new IllegalArgumentException("no case " + caseNo);
        }
        one.course = course;
        remember();
    }

    /** @return the receipt; null when the serial is used for something else */
    synchronized @Nullable ObjectNode file(RegistrationApplication application) {
        Case stands = cases.get(application.caseNo());
        if (stands != null && !stands.application.equals(application)) {
            return null;
        }
        if (stands == null) {
            stands = new Case(application, String.format("SL%08d", cases.size() + 1), now());
            cases.put(application.caseNo(), stands);
            mark(stands, "2");
            remember();
        }
        return node().put("ywlsh", application.caseNo()).put("slbh", stands.number).put("slsj", written(stands.at));
    }

    /** What it was sent back for came. @return null when there is no such case */
    synchronized @Nullable ObjectNode supplement(String caseNo) {
        Case one = cases.get(caseNo);
        if (one == null) {
            return null;
        }
        one.supplemented = true;
        remember();
        return node().put("ywlsh", caseNo).put("jssj", written(now()));
    }

    /** @return null when the title is nowhere in the register */
    synchronized @Nullable ObjectNode check(ObjectNode asked) {
        ObjectNode answer = node().put("cxbh", asked.path("cxbh").asText()).put("cxsj", written(now()));
        ArrayNode rows = answer.putArray("dylist");
        if (asked.hasNonNull("bdcqzh")) {
            Estate estate = estates.get(asked.get("bdcqzh").asText());
            if (estate == null) {
                return null;
            }
            row(rows, estate.unit(), holders(asked, estate));
        }
        asked.path("dylist").forEach(unit -> unit(rows, asked, unit.path("bdcdyh").asText()));
        return answer;
    }

    /** A unit is told once; who holds it the register says when it is in it. */
    private void unit(ArrayNode rows, ObjectNode asked, String unit) {
        for (var row : rows) {
            if (row.path("bdcdyh").asText().equals(unit)) {
                return;
            }
        }
        row(rows, unit, estates.values().stream().filter(estate -> estate.unit().equals(unit)).reduce((first, last) -> last).map(estate -> holders(asked, estate)).orElse("9"));
    }

    private static String holders(ObjectNode asked, Estate estate) {
        for (var holder : asked.path("qlr")) {
            if (!holder.path("qlrmc").asText().equals(estate.holder()) || !holder.path("zjhm").asText().equals(estate.identity())) {
                return "0";
            }
        }
        return "1";
    }

    private void row(ArrayNode rows, String unit, String holders) {
        ObjectNode row = rows.addObject().put("bdcdyh", unit).put("qlryz", holders);
        Map<String, String> marked = marks.getOrDefault(unit, Map.of());
        for (String flag : FLAGS) {
            String code = marked.getOrDefault(flag, "0");
            if (!code.isEmpty()) {
                row.put(flag, code);
            }
        }
        if (buildings.containsKey(unit)) {
            row.put("scdjrq", buildings.get(unit));
        }
    }

    synchronized @Nullable ObjectNode progress(String caseNo) {
        Case one = cases.get(caseNo);
        if (one == null) {
            return null;
        }
        ObjectNode told = status(one);
        if (one.entry != null) {
            told.set("dbxx", one.entry);
        }
        return told;
    }

    /** @return null when it is not issued */
    synchronized @Nullable ObjectNode certificate(String caseNo, ObjectNode asked) {
        Case one = cases.get(caseNo);
        if (one == null || !one.certified || one.entry == null) {
            return null;
        }
        for (var proof : one.entry.path("zmlist")) {
            if (proof.path("bdcdjzmh").equals(asked.path("bdcdjzmh"))) {
                return certificate(one, (ObjectNode) proof).deepCopy().put("cxbh", asked.path("cxbh").asText());
            }
        }
        return null;
    }

    /** @param after registry's number the page before ended with */
    synchronized ObjectNode moved(String day, @Nullable String after) {
        List<Case> all = cases.values().stream().filter(one -> written(one.at).startsWith(day)).toList();
        List<Case> rest = all.stream().filter(one -> after == null || one.number.compareTo(after) > 0).toList();
        List<Case> page = rest.subList(0, Math.min(500, rest.size()));
        ObjectNode answer = node().put("rq", day).put("zs", all.size());
        ArrayNode rows = answer.putArray("ajlist");
        page.forEach(one -> rows.addObject()
                .put("ywlsh", one.application.caseNo())
                .put("slbh", one.number)
                .put("shzt", one.state)
                .put("czsj", written(one.at)));
        if (page.size() < rest.size()) {
            answer.put("hxbs", page.get(page.size() - 1).number);
        }
        return answer;
    }

    /**
     * A case that ended before anybody looks: it stands in the register and its certificates are handed out.
     *
     * @param proof number of the first of them
     */
    synchronized void issued(String caseNo, String proof) {
        Case one = cases.get(caseNo);
        if (one != null && !one.over()) {
            enter(one);
            if (one.entry.path("zmlist").path(0) instanceof ObjectNode first && one.entry.path("qlrlist").path(0) instanceof ObjectNode holder) {
                first.put("bdcdjzmh", proof);
                holder.put("bdcdjzmh", proof);
            }
            one.certified = true;
            remember();
        }
    }

    /** A working day passes. @return what the centre is to be told of it, as it happened */
    synchronized List<Notice> nextDay() {
        List<Notice> notices = new ArrayList<>();
        cases.values().stream().filter(one -> !one.over()).forEach(one -> step(one, notices));
        remember();
        return notices;
    }

    private void step(Case one, List<Notice> notices) {
        switch (one.state) {
            case SUBMITTED -> {
                boolean back = one.course == Course.SUPPLEMENT && !one.sentBack;
                one.sentBack = back;
                move(one, back ? SUPPLEMENT : ACCEPTED, back ? "抵押合同缺页" : null, notices);
            }
            case SUPPLEMENT -> {
                if (one.supplemented) {
                    move(one, ACCEPTED, null, notices);
                }
            }
            case ACCEPTED -> decide(one, notices);
            default -> {
                one.certified = true;
                if (one.entry != null) {
                    one.entry.path("zmlist")
                            .forEach(proof -> notices.add(new Notice("3004", one.application.caseNo(), certificate(one, (ObjectNode) proof).deepCopy())));
                }
            }
        }
    }

    private void decide(Case one, List<Notice> notices) {
        switch (one.course) {
            case REJECT -> move(one, REJECTED, "权属有争议，不予登记", notices);
            case DELETE -> move(one, DELETED, "受理后删除", notices);
            case SEIZED -> {
                one.application.units().forEach(unit -> mark(unit.unitNumber().value(), "cfztcode", "1"));
                move(one, REJECTED, "不动产已被查封", notices);
            }
            default -> {
                enter(one);
                ObjectNode told = told(one);
                told.put("sqdjlx", String.format("%02d", one.application.kind().ordinal() + 1));
                told.setAll(one.entry);
                notices.add(new Notice("3003", one.application.caseNo(), told));
            }
        }
    }

    private void enter(Case one) {
        one.at = next(one);
        one.state = REGISTERED;
        one.reason = null;
        one.entry = entry(one);
        mark(one, one.application.kind() == Kind.CANCELLATION ? "0" : "1");
    }

    private void move(Case one, String state, @Nullable String reason, List<Notice> notices) {
        one.state = state;
        one.reason = reason;
        one.at = next(one);
        if (state.equals(REJECTED) || state.equals(DELETED)) {
            mark(one, "0");
        }
        notices.add(new Notice("3002", one.application.caseNo(), status(one)));
    }

    private void mark(Case one, String code) {
        boolean preNotice = one.application.kind() == Kind.DOUBLE_PRE_NOTICE;
        one.application.units().forEach(unit -> mark(unit.unitNumber().value(), preNotice ? "ygdjztcode" : "dyztcode", code));
    }

    private static ObjectNode told(Case one) {
        return node().put("ywlsh", one.application.caseNo()).put("slbh", one.number);
    }

    private static ObjectNode status(Case one) {
        ObjectNode told = told(one).put("shzt", one.state).put("czsj", written(one.at));
        if (one.reason != null) {
            told.put("spyj", one.reason);
        }
        if (one.state.equals(SUPPLEMENT)) {
            told.put("bzqx", Leaves.now("yyyy-MM-dd", one.at.plus(14, ChronoUnit.DAYS)));
        }
        return told;
    }

    private ObjectNode entry(Case one) {
        ObjectNode entry = node().put("djsj", written(one.at));
        ArrayNode rows = node().arrayNode();
        if (one.application.claim() != null) {
            entry.put("zqse", BigDecimal.valueOf(one.application.claim().amount().fen(), 6).setScale(4, java.math.RoundingMode.DOWN).toPlainString());
        }
        List<String> rights = switch (one.application.kind()) {
            case DOUBLE_PRE_NOTICE -> List.of(PURCHASE, "3");
            case CANCELLATION -> List.of();
            default -> List.of("37");
        };
        ArrayNode holders = node().arrayNode();
        for (RegistrationApplication.Unit unit : one.application.units()) {
            for (String right : rights) {
                String proof = String.format("虚(2026)虚构市不动产证明第%07d号", ++proofs);
                Party.Role owes = right.equals(PURCHASE) ? Party.Role.DEVELOPER : Party.Role.MORTGAGOR;
                rows.addObject().put("qllx", right).put("bdcdyh", unit.unitNumber().value()).put("bdcdjzmh", proof)
                        .put("ywr", joined(one.application, owes, Party::name)).put("ywrzjh", joined(one.application, owes, party -> party.identity().number())).put("qszt", "1");
                held(holders, one.application, right, proof);
            }
        }
        if (rows.size() > 0) {
            entry.set("zmlist", rows);
            entry.set("qlrlist", holders);
        }
        return entry;
    }

    /** The buyer holds the pre-notice of the purchase, the mortgagee everything else. */
    private static void held(ArrayNode holders, RegistrationApplication application, String right, String proof) {
        if (right.equals(PURCHASE)) {
            application.parties().stream()
                    .filter(party -> party.role() == Party.Role.MORTGAGOR)
                    .forEach(party -> holders.addObject().put("qlrmc", party.name()).put("zjh", party.identity().number()).put("bdcdjzmh", proof));
        } else {
            holders.addObject().put("qlrmc", application.mortgagee().name()).put("zjh", application.mortgagee().code().value()).put("bdcdjzmh", proof);
        }
    }

    private static String joined(RegistrationApplication application, Party.Role role, Function<Party, String> what) {
        return application.parties().stream().filter(party -> party.role() == role).map(what).collect(Collectors.joining("、"));
    }

    private ObjectNode certificate(Case one, ObjectNode proof) {
        return one.certificates.computeIfAbsent(proof.path("bdcdjzmh").asText(), number -> {
            ObjectNode told = told(one);
            papers.add(told, one.application, proof, Leaves.now("yyyy-MM-dd", one.at), paper);
            return told;
        });
    }

    /** Whole seconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of one case never the same second twice: the wire orders events by them. */
    private Instant next(Case one) {
        Instant now = now();
        return now.isAfter(one.at) ? now : one.at.plusSeconds(1);
    }

    private static String written(Instant at) {
        return Leaves.now(RegistryWire.TIME, at);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
