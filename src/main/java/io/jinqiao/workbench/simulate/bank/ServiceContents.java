package io.jinqiao.workbench.simulate.bank;

import static io.jinqiao.message.Operation.*;
import static io.jinqiao.workbench.simulate.bank.Item.Kind.*;
import static io.jinqiao.workbench.simulate.bank.Item.all;
import static io.jinqiao.workbench.simulate.bank.Item.code;
import static io.jinqiao.workbench.simulate.bank.Item.digits;
import static io.jinqiao.workbench.simulate.bank.Item.of;
import static io.jinqiao.workbench.simulate.bank.Item.rows;
import static io.jinqiao.workbench.simulate.bank.Item.text;

import io.jinqiao.message.Operation;
import java.util.List;
import java.util.Map;

/** What is said around a running loan, see {@link Contents}: collection, scorecards, contribution facts, registration. */
final class ServiceContents {
    static final Map<Operation, List<Item>> REQUESTS = Map.ofEntries(
            Map.entry(COLLECTION_ORDER, all(
                    text("order no", "orderNo", 40),
                    text("loan acct no", "loanAccountNo", 30),
                    text("app no", "applicationNo", 32).optional(),
                    code("reason", "reason", "collection reason"),
                    code("step", "step", "collection step"),
                    rows(
                            "contact",
                            "contacts",
                            code("role", "role", "party role"),
                            text("name", "name", 120).optional(),
                            digits("mobile", "mobile", 11).optional()),
                    of(NUMBER, "overdue terms", "instalments"),
                    of(DAY, "overdue since", "overdueSince").optional(),
                    of(YUAN, "owed", "owed"),
                    of(DAY, "due date", "dueOn"),
                    text("follows", "follows", 40).optional(),
                    text("remark", "remark", 200).optional())),
            Map.entry(COLLECTION_RECORD, all(
                    text("record no", "recordNo", 32),
                    text("order no", "orderNo", 40).optional(),
                    text("loan acct no", "loanAccountNo", 30),
                    text("app no", "applicationNo", 32).optional(),
                    code("step", "step", "collection step"),
                    code("contact role", "contacted", "party role"),
                    of(TIME, "done time", "doneAt"),
                    text("operator no", "operatorNo", 20),
                    code("outcome", "outcome", "collection outcome"),
                    of(YUAN, "promise/amount", "promise.amount").optional(),
                    of(DAY, "promise/pay date", "promise.payBy").optional(),
                    code("ref/type", "reference.kind", "proof kind"),
                    text("ref/no", "reference.number", 60),
                    text("ref/digest", "reference.document", 64).optional(),
                    text("remark", "remark", 500).optional())),
            Map.entry(SCORECARD, all(
                    text("scorecard no", "scorecardNo", 40),
                    of(NUMBER, "version", "version"),
                    code("state", "state", "scorecard state"),
                    of(DAY, "period/from date", "from"),
                    of(DAY, "period/to date", "to"),
                    text("scheme version", "schemeVersion", 40),
                    of(DECIMAL, "result/score", "score").optional(),
                    text("result/grade", "grade", 10).optional(),
                    of(FLAG, "result/red line", "redLine"),
                    rows(
                            "indicator",
                            "indicators",
                            text("id", "id", 20),
                            text("name", "name", 60),
                            of(FOUR_DECIMALS, "value", "value").optional(),
                            text("unit", "unit", 12),
                            of(DECIMAL, "weight", "weight"),
                            of(DECIMAL, "points", "points"),
                            of(NUMBER, "sample", "cases"),
                            of(FLAG, "graded", "graded"),
                            text("remark", "remark", 200).optional()),
                    rows(
                            "case",
                            "cases",
                            text("case no", "caseNo", 40),
                            text("indicator", "indicator", 20),
                            text("loan acct no", "loanAccountNo", 30).optional(),
                            text("ref no", "reference", 64).optional(),
                            of(DECIMAL, "points", "points").optional(),
                            text("remark", "remark", 200)),
                    of(YUAN, "fee/interest received", "fee.interestReceived").optional(),
                    of(FOUR_DECIMALS, "fee/rate", "fee.rate").optional(),
                    of(FOUR_DECIMALS, "fee/coefficient", "fee.coefficient").optional(),
                    of(YUAN, "fee/amount", "fee.amount").optional(),
                    of(YUAN, "fee/held back", "fee.heldBack").optional(),
                    text("statement/statement no", "statement.statementNo", 40).optional(),
                    text("statement/digest", "statement.digest", 64).optional(),
                    of(BASE64, "statement/data", "statement.document").optional(),
                    of(BASE64, "statement/lines", "statement.lines").optional(),
                    code("result/standing", "standing", "standing proposal"),
                    of(DAY, "objection date", "objectionsUntil").optional(),
                    rows(
                            "ruling",
                            "rulings",
                            text("objection no", "objectionNo", 32),
                            text("case no", "caseNo", 40),
                            code("decision", "decision", "ruling"),
                            text("reason", "reason", 500)))),
            Map.entry(SCORECARD_OBJECTION, all(
                    text("objection no", "objectionNo", 32),
                    text("scorecard no", "scorecardNo", 40),
                    rows(
                            "case",
                            "contested",
                            text("case no", "caseNo", 40),
                            text("reason", "reason", 500),
                            text("digest", "evidence", 64).optional()),
                    text("operator no", "operatorNo", 20))),
            Map.entry(CONTRIBUTION_ENQUIRY, all(
                    text("enquiry no", "enquiryNo", 32),
                    text("branch code", "branchCode", 20),
                    text("person/name", "person.name", 120),
                    code("person/cert type", "person.identity.type", "certificate"),
                    text("person/cert no", "person.identity.number", 30),
                    text("person/fund acct", "person.fundAccountNo", 20).optional(),
                    text("product", "product", 60),
                    text("consent/no", "consent.consentNo", 40),
                    text("consent/product", "consent.product", 60),
                    of(DAY, "consent/sign date", "consent.signedOn"),
                    of(DAY, "consent/valid date", "consent.validTo"),
                    text("consent/doc digest", "consent.document", 64),
                    rows("fact", "facts", code("fact", "fact", "contribution fact")))),
            Map.entry(MORTGAGE_APPLICATION, all(
                    text("request no", "requestNo", 32),
                    text("app no", "applicationNo", 32),
                    code("type", "kind", "registration kind"),
                    text("house/unit no", "unitNumber", 40).optional(),
                    text("house/addr", "address", 255),
                    text("house/title no", "titleNo", 60).optional(),
                    text("earlier no", "earlierNo", 60).optional(),
                    text("mortgagee code", "mortgagee", 18),
                    rows(
                            "person",
                            "parties",
                            code("role", "role", "party role"),
                            text("name", "name", 120),
                            code("cert type", "identity.type", "certificate"),
                            text("cert no", "identity.number", 30),
                            digits("fund acct", "fundAccountNo", 20).optional(),
                            of(YUAN, "month income", "monthlyIncome").optional(),
                            digits("mobile", "mobile", 11).optional()),
                    text("mortgage contract no", "mortgageContractNo", 40).optional(),
                    of(YUAN, "claim/amount", "claim.amount").optional(),
                    of(DAY, "claim/from date", "claim.from").optional(),
                    of(DAY, "claim/to date", "claim.to").optional(),
                    of(YUAN, "claim/appraisal", "claim.appraisal").optional(),
                    rows(
                            "attach",
                            "attachments",
                            text("attach type", "kind", 40),
                            text("digest", "digest", 64),
                            of(NUMBER, "size", "size")),
                    text("operator no", "operatorNo", 20))),
            Map.entry(MORTGAGE_RESULT, all(
                    text("notice no", "noticeNo", 40),
                    text("request no", "requestNo", 32),
                    text("app no", "applicationNo", 32),
                    code("event", "event", "registry event"),
                    of(DAY, "happened date", "happenedOn"),
                    text("registry no", "registryNo", 40),
                    text("certificate no", "certificateNo", 60).optional(),
                    text("reason", "reason", 500).optional(),
                    of(DAY, "due date", "dueOn").optional())));

    static final Map<Operation, List<Item>> REPLIES = Map.ofEntries(
            Map.entry(COLLECTION_ORDER, all(
                    text("order no", "orderNo", 40),
                    text("assigned to", "assignedTo", 20).optional(),
                    of(TIME, "receive time", "receivedAt").optional())),
            Map.entry(COLLECTION_RECORD, all(
                    text("record no", "recordNo", 32),
                    text("order no", "orderNo", 40).optional(),
                    of(DAY, "promise due date", "promiseDueOn").optional())),
            Map.entry(SCORECARD, Contents.RECEIPT),
            Map.entry(SCORECARD_OBJECTION, all(
                    text("objection no", "objectionNo", 32),
                    of(TIME, "register time", "registeredAt"),
                    of(DAY, "decision due date", "decisionDueOn").optional())),
            Map.entry(CONTRIBUTION_ENQUIRY, all(
                    text("enquiry no", "enquiryNo", 32),
                    of(DAY, "as of date", "asOf"),
                    code("acct state", "state", "account state").optional(),
                    of(NUMBER, "months paid", "monthsPaid").optional(),
                    of(YUAN, "base", "base").optional(),
                    of(YUAN, "month amount", "monthlyAmount").optional(),
                    of(DAY, "last paid month", "lastPaidMonth").optional(),
                    text("employer", "employer", 255).optional())),
            Map.entry(MORTGAGE_APPLICATION, all(
                    text("request no", "requestNo", 32),
                    code("state", "state", "registration state"),
                    text("registry no", "registryNo", 40).optional(),
                    rows("missing", "missingAttachments", text("attach type", "kind", 40)))),
            Map.entry(MORTGAGE_RESULT, Contents.RECEIPT));

    private ServiceContents() {}
}
