package io.jinqiao.workbench.simulate.credit.enquiry;

import java.util.Map;
import java.util.Set;

/** Operations of the services this Center plays, and their message types. */
final class Operations {
    static final String PERSONAL = "psCreditReportQueryReq";

    /** What a message of an operation is called, and its answer. */
    static final Map<String, Types> TYPES = Map.of(
            PERSONAL, new Types("D101", "D102"),
            "psGetToCheckObjReq", new Types("G101", "G102"),
            "psGetEncloReq", new Types("G103", "G104"),
            "psObjCheckResultReq", new Types("G105", "G199"),
            "psObjCorrectResultReq", new Types("G106", "G199"),
            "psObjCorrectResultQueryReq", new Types("G107", "G108"),
            "psAddTagReq", new Types("G109", "G110"),
            "psDelTagReq", new Types("G111", "G199"));

    static final Set<String> ALL = TYPES.keySet();

    record Types(String asked, String answered) {}

    private Operations() {}
}
