package io.jinqiao.workbench.simulate.bank;

import static io.jinqiao.message.Operation.*;
import static io.jinqiao.workbench.simulate.bank.Item.Kind.*;
import static io.jinqiao.workbench.simulate.bank.Item.code;
import static io.jinqiao.workbench.simulate.bank.Item.digits;
import static io.jinqiao.workbench.simulate.bank.Item.of;
import static io.jinqiao.workbench.simulate.bank.Item.rows;
import static io.jinqiao.workbench.simulate.bank.Item.text;

import io.jinqiao.message.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in each message, as the agreement lists it for every bank; how it is spelled is each bank's {@link Manner}. Written from the
 * clauses in the folders' READMEs and schemas.
 */
final class Contents {
    private static final Item[] PERSON = {
        code("role", "role", "party role"),
        text("name", "name", 120),
        code("cert type", "identity.type", "certificate"),
        text("cert no", "identity.number", 30),
        digits("fund acct", "fundAccountNo", 20).optional(),
        of(YUAN, "month income", "monthlyIncome").optional(),
        digits("mobile", "mobile", 11).optional()
    };
    private static final Item.Rows ATTACHMENTS = rows(
            "attach", "attachments", text("attach type", "kind", 40), text("digest", "digest", 64), of(NUMBER, "size", "size"));
    private static final Item.Rows MISSING = rows("missing", "missingAttachments", text("attach type", "kind", 40));
    private static final Item APPLICATION_NO = text("app no", "applicationNo", 32);
    private static final Item ACCEPTANCE_NO = text("acceptance no", "acceptanceNo", 40);
    static final List<Item> RECEIPT =
            List.of(text("receipt no", "receiptNo", 40).optional(), of(TIME, "receive time", "receivedAt").optional());

    private static final Map<Operation, List<Item>> REQUESTS = Map.ofEntries(
            Map.entry(APPLICANT_CHECK, List.of(
                    text("check no", "checkNo", 32), text("branch code", "branchCode", 20), rows("person", "persons", (Object[]) PERSON))),
            Map.entry(LOAN_APPLICATION, List.of(
                    APPLICATION_NO,
                    text("branch code", "branchCode", 20),
                    of(DAY, "accept date", "acceptedOn"),
                    code("loan type", "loanKind", "loan"),
                    code("house type", "homeKind", "house"),
                    rows("person", "parties", (Object[]) PERSON),
                    text("mortgagee code", "mortgagee", 18),
                    text("house/addr", "home.address", 255),
                    text("house/unit no", "home.unitNumber", 40).optional(),
                    of(DECIMAL, "house/area", "home.builtArea"),
                    of(YUAN, "house/price", "home.price"),
                    of(NUMBER, "house/ordinal", "home.ordinal"),
                    text("contract/contract no", "contract.contractNo", 30),
                    of(SIGNED_DAY, "contract/sign date", "contract.signedOn"),
                    of(YUAN, "contract/down payment", "contract.downPayment"),
                    of(YUAN, "loan/amount", "terms.amount"),
                    of(NUMBER, "loan/months", "terms.months"),
                    code("loan/repay method", "terms.method", "repayment"),
                    text("account/payee name", "accounts.payeeName", 255),
                    digits("account/payee acct", "accounts.payeeAccountNo", 30),
                    text("account/payee bank", "accounts.payeeBankCode", 14),
                    code("account/payee type", "accounts.payeeKind", "payee"),
                    digits("account/repay acct", "accounts.repaymentAccountNo", 30),
                    rows(
                            "auth",
                            "authorisations",
                            text("cert no", "identityNumber", 30),
                            text("purpose", "purpose", 40),
                            of(DAY, "sign date", "signedOn"),
                            of(DAY, "valid date", "validTo"),
                            text("doc digest", "document", 64)),
                    ATTACHMENTS,
                    text("first opinion/operator no", "initialOpinion.operatorNo", 20),
                    of(FLAG, "first opinion/recommend", "initialOpinion.recommended"),
                    text("first opinion/remark", "initialOpinion.remark", 500).optional(),
                    of(FLAG, "mortgage flag", "mortgageRequest"))),
            Map.entry(APPLICATION_SUPPLEMENT, List.of(
                    text("supplement no", "supplementNo", 32), APPLICATION_NO, ATTACHMENTS, text("remark", "remark", 500).optional())),
            Map.entry(APPLICATION_WITHDRAWAL, List.of(APPLICATION_NO, text("reason", "reason", 200), text("operator no", "operatorNo", 20))),
            Map.entry(ATTACHMENT, List.of(
                    APPLICATION_NO,
                    text("attach type", "kind", 40),
                    text("digest", "digest", 64),
                    of(NUMBER, "size", "size"),
                    of(NUMBER, "chunk no", "chunk"),
                    of(NUMBER, "chunk count", "chunks"),
                    of(BASE64, "chunk data", "bytes"))),
            Map.entry(CONTRACT_SIGNED, List.of(
                    text("loan contract no", "contractNo", 30),
                    APPLICATION_NO,
                    text("opinion no", "opinionNo", 40),
                    text("cert no", "borrowerIdentity", 30),
                    of(YUAN, "loan/amount", "amount"),
                    of(NUMBER, "loan/months", "months"),
                    text("loan/rate version", "rateVersion", 20),
                    digits("payee acct", "payeeAccountNo", 30),
                    of(DAY, "sign date", "signedOn"))),
            Map.entry(OPINION_PRINTED, List.of(
                    text("print no", "printNo", 32),
                    APPLICATION_NO,
                    text("opinion no", "opinionNo", 40),
                    of(NUMBER, "copies", "copies"),
                    text("operator no", "operatorNo", 20),
                    of(TIME, "print time", "printedAt"))),
            Map.entry(APPLICATION_RETURNED, List.of(
                    text("return no", "returnNo", 40),
                    APPLICATION_NO,
                    ACCEPTANCE_NO,
                    text("reason", "reason", 500),
                    rows("item", "items", text("item", "item", 60), text("remark", "remark", 200).optional()),
                    of(DAY, "due date", "dueOn"))),
            Map.entry(DECISION_NOTICE, List.of(
                    text("notice no", "noticeNo", 40),
                    APPLICATION_NO,
                    ACCEPTANCE_NO,
                    code("decision", "outcome", "decision"),
                    of(YUAN, "applied/amount", "appliedAmount"),
                    of(NUMBER, "applied/months", "appliedMonths"),
                    of(YUAN, "approved/amount", "approvedAmount").optional(),
                    of(NUMBER, "approved/months", "approvedMonths").optional(),
                    text("reason", "reason", 500).optional(),
                    of(DAY, "decide date", "decidedOn"))),
            Map.entry(APPROVAL_OPINION, List.of(
                    text("opinion no", "opinionNo", 40),
                    of(NUMBER, "version", "version"),
                    APPLICATION_NO,
                    ACCEPTANCE_NO,
                    of(YUAN, "loan/amount", "amount"),
                    of(NUMBER, "loan/months", "months"),
                    text("loan/rate version", "rateVersion", 20),
                    of(DAY, "valid date", "validTo"),
                    text("doc/format", "format", 8),
                    text("doc/digest", "digest", 64),
                    of(BASE64, "doc/data", "document"))),
            Map.entry(OPINION_REVOKED, List.of(
                    text("opinion no", "opinionNo", 40), APPLICATION_NO, text("reason", "reason", 500), of(TIME, "revoke time", "revokedAt"))));

    private static final Map<Operation, List<Item>> REPLIES = Map.ofEntries(
            Map.entry(APPLICANT_CHECK, List.of(
                    code("check flag", "outcome", "checked"),
                    text("policy version", "policyVersion", 40).optional(),
                    of(YUAN, "indicative amount", "indicativeAmount").optional(),
                    rows("result", "persons", of(NUMBER, "seq", "index"), code("result", "result", "eligible"), text("reason", "reason", 500).optional()))),
            Map.entry(LOAN_APPLICATION, List.of(
                    ACCEPTANCE_NO,
                    of(TIME, "accept time", "acceptedAt"),
                    rows(
                            "finding",
                            "findings",
                            text("finding code", "code", 40),
                            text("finding msg", "text", 500),
                            text("centre field", "field", 200).optional()),
                    MISSING)),
            Map.entry(APPLICATION_SUPPLEMENT, List.of(APPLICATION_NO, text("acceptance no", "acceptanceNo", 40).optional(), MISSING)),
            Map.entry(APPLICATION_WITHDRAWAL, List.of(APPLICATION_NO, text("acceptance no", "acceptanceNo", 40).optional(), text("state", "state", 40))),
            Map.entry(ATTACHMENT, List.of(
                    text("digest", "digest", 64), of(NUMBER, "received count", "received"), of(NUMBER, "chunk count", "chunks"), of(FLAG, "complete", "complete"))),
            Map.entry(CONTRACT_SIGNED, List.of(text("loan contract no", "contractNo", 30), APPLICATION_NO, text("state", "state", 40))),
            Map.entry(OPINION_PRINTED, List.of(text("print no", "printNo", 32), text("opinion no", "opinionNo", 40))),
            Map.entry(APPLICATION_RETURNED, RECEIPT),
            Map.entry(DECISION_NOTICE, RECEIPT),
            Map.entry(APPROVAL_OPINION, RECEIPT),
            Map.entry(OPINION_REVOKED, RECEIPT));

    private Contents() {}

    /** @return null for an operation that is not in the list */
    static @Nullable List<Item> request(Operation operation) {
        return find(operation, REQUESTS, MoneyContents.REQUESTS, ServiceContents.REQUESTS);
    }

    static @Nullable List<Item> reply(Operation operation) {
        return find(operation, REPLIES, MoneyContents.REPLIES, ServiceContents.REPLIES);
    }

    @SafeVarargs
    private static @Nullable List<Item> find(Operation operation, Map<Operation, List<Item>>... lists) {
        return Stream.of(lists).map(list -> list.get(operation)).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
