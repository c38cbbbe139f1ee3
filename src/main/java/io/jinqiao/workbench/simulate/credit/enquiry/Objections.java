package io.jinqiao.workbench.simulate.credit.enquiry;

import io.jinqiao.workbench.simulate.credit.tree.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Objections people filed at the Center: fetched, checked, corrected, tagged (section 6.7). Which GBE code stands for what is not told. */
public final class Objections {
    private static final int DAYS = 20;
    private static final String NO_CASE = "GBE001";
    private static final String NO_TAG = "GBE002";

    private final Map<String, Case> cases = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Clock clock;

    private static final class Case {
        private final String account;
        private final String name;
        private final String idNumber;
        private final String said;
        private final LocalDate begun;
        private String state = "10";

        Case(String account, String name, String idNumber, String said, LocalDate begun) {
            this.account = account;
            this.name = name;
            this.idNumber = idNumber;
            this.said = said;
            this.begun = begun;
        }
    }

    Objections(Clock clock) {
        this.clock = clock;
    }

    /** Somebody objects to what was reported of an account. @return number of the case */
    public synchronized String file(String account, String name, String idNumber, String said) {
        String id = String.format("YY%08d", cases.size() + 1);
        cases.put(id, new Case(account, name, idNumber, said, LocalDate.now(clock)));
        return id;
    }

    /** 10 new, 20 being checked, 40 to be corrected, 50 corrected, 60 settled. */
    public synchronized String state(String id) {
        Case of = cases.get(id);
        return of == null ? "" : of.state;
    }

    public synchronized int tags() {
        return tags.size();
    }

    synchronized Office.Answer answer(String operation, Tag msg) throws Refused {
        return switch (operation) {
            case "psGetToCheckObjReq" -> said("<ServiceReturnCode>AAA000</ServiceReturnCode>" + fetched());
            case "psGetEncloReq" -> said("<ServiceReturnCode>AAA000</ServiceReturnCode><ObjCheckID>" + known(msg) + "</ObjCheckID><EnclosureInf>"
                    + Base64.getEncoder().encodeToString("invented enclosure".getBytes(StandardCharsets.UTF_8)) + "</EnclosureInf>");
            case "psObjCheckResultReq" -> moved(msg, msg.value("CheckResult").equals("1") ? "40" : "60");
            case "psObjCorrectResultReq" -> moved(msg, "50");
            case "psObjCorrectResultQueryReq" -> said("<ServiceReturnCode>AAA000</ServiceReturnCode><ObjCheckID>" + known(msg) + "</ObjCheckID><State>" + state(msg.value("ObjCheckID")) + "</State>");
            case "psAddTagReq" -> {
                tags.put(tag(msg), msg.value("ObjDesc"));
                yield done();
            }
            case "psDelTagReq" -> {
                Head.check(tags.remove(tag(msg)) != null, NO_TAG, "没有该标注 / no such tag");
                yield done();
            }
            default -> throw new Refused("ABM006", operation);
        };
    }

    private static String tag(Tag msg) {
        return msg.value("IDType") + "|" + msg.value("IDNum") + "|" + msg.value("BusinessCode");
    }

    private static Office.Answer said(String msg) {
        return new Office.Answer("AAA000", "", "", null, msg);
    }

    private static Office.Answer done() {
        return said("<ServiceReturnCode>AAA000</ServiceReturnCode>");
    }

    private String known(Tag msg) throws Refused {
        String id = msg.value("ObjCheckID");
        Head.check(cases.containsKey(id), NO_CASE, "没有该异议 / no such case");
        return id;
    }

    private Office.Answer moved(Tag msg, String state) throws Refused {
        cases.get(known(msg)).state = state;
        return done();
    }

    /** Everything that is new or still being checked: what was fetched before comes again. */
    private String fetched() {
        return cases.entrySet().stream().filter(e -> e.getValue().state.compareTo("40") < 0).map(e -> item(e.getKey(), e.getValue())).collect(Collectors.joining());
    }

    private static String item(String id, Case of) {
        of.state = "20";
        Map<String, String> items = new LinkedHashMap<>();
        items.put("ObjCheckID", id);
        items.put("ObjCheckNum", "1");
        items.put("CheckBeginDate", of.begun.toString());
        items.put("Name", of.name);
        items.put("IDType", "10");
        items.put("IDNum", of.idNumber);
        items.put("PhoneNum", "");
        items.put("ObjItemInf", "AcctMthlyBlgInfSgmt");
        items.put("ObjItemDesc", of.said);
        items.put("DataProviderOrgCode", of.account.substring(0, Math.min(14, of.account.length())));
        items.put("DataOccurOrgCode", of.account.substring(0, Math.min(14, of.account.length())));
        items.put("BusinessCode", of.account);
        items.put("BusinessType", "D1");
        items.put("CheckFinalDate", of.begun.plusDays(DAYS).toString());
        items.put("DataOccurDate", of.begun.toString());
        items.put("DataOccurAmount", "0");
        items.put("EnclosureFlag", "1");
        items.put("HistoricalCheckInf", "");
        return items.entrySet().stream()
                .map(e -> "<" + e.getKey() + ">" + e.getValue().replace("&", "&amp;").replace("<", "&lt;") + "</" + e.getKey() + ">")
                .collect(Collectors.joining("", "<ToCheckInf>", "</ToCheckInf>"));
    }
}
