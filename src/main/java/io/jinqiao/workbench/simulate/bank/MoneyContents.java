package io.jinqiao.workbench.simulate.bank;

import static io.jinqiao.message.Operation.*;
import static io.jinqiao.workbench.simulate.bank.Item.Kind.*;
import static io.jinqiao.workbench.simulate.bank.Item.all;
import static io.jinqiao.workbench.simulate.bank.Item.code;
import static io.jinqiao.workbench.simulate.bank.Item.collective;
import static io.jinqiao.workbench.simulate.bank.Item.digits;
import static io.jinqiao.workbench.simulate.bank.Item.of;
import static io.jinqiao.workbench.simulate.bank.Item.rows;
import static io.jinqiao.workbench.simulate.bank.Item.text;

import io.jinqiao.message.Operation;
import java.util.List;
import java.util.Map;

/** What is said about money, see {@link Contents}: paid out and returned, repaid, deducted, prepaid, settled, reconciled. */
final class MoneyContents {
    static final Map<Operation, List<Item>> REQUESTS = Map.ofEntries(
            Map.entry(DISBURSEMENT_INSTRUCTION, all(
                    text("instruct no", "instructionNo", 40),
                    text("app no", "applicationNo", 32),
                    text("loan contract no", "contractNo", 30),
                    text("allotment no", "allotmentNo", 40),
                    text("payer/name", "payer.name", 255),
                    digits("payer/acct", "payer.accountNo", 30),
                    text("payer/bank", "payer.bankCode", 14),
                    text("payee/name", "payee.name", 255),
                    digits("payee/acct", "payee.accountNo", 30),
                    text("payee/bank", "payee.bankCode", 14),
                    code("payee/type", "payee.kind", "payee"),
                    of(YUAN, "loan/amount", "amount"),
                    of(NUMBER, "loan/months", "months"),
                    of(FIVE_DECIMALS, "loan/rate", "annualRate"),
                    text("loan/rate version", "rateVersion", 20),
                    code("loan/repay method", "method", "repayment"),
                    of(NUMBER, "loan/repay day", "repaymentDay").optional(),
                    digits("loan/repay acct", "repaymentAccountNo", 30),
                    of(DAY, "request date", "requestedOn"),
                    text("pays again", "paysAgain", 40).optional())),
            Map.entry(DISBURSEMENT_RETURNED, all(
                    text("return no", "returnNo", 32),
                    text("instruct no", "instructionNo", 40),
                    text("app no", "applicationNo", 32),
                    text("loan acct no", "loanAccountNo", 30),
                    of(YUAN, "amount", "amount"),
                    of(DAY, "returned date", "returnedOn"),
                    of(DAY, "accounting date", "accountingDate"),
                    text("orig host serial", "originalHostSerial", 40),
                    text("host serial", "hostSerial", 40),
                    digits("credited acct", "creditedAccountNo", 30),
                    code("reason", "reason", "return reason"),
                    text("reason text", "reasonText", 200).optional())),
            Map.entry(REPAYMENT_STATUS, all(
                    text("report no", "reportNo", 32),
                    text("corrects", "corrects", 32).optional(),
                    text("loan acct no", "row.loanAccountNo", 30),
                    text("loan contract no", "row.contractNo", 30).optional(),
                    text("app no", "row.applicationNo", 32).optional(),
                    text("name", "row.borrowerName", 120).optional(),
                    of(NUMBER, "term no", "row.instalment"),
                    of(DAY, "due date", "row.dueOn"),
                    of(DAY, "accounting date", "row.accountingDate"),
                    of(DAY, "paid date", "row.paidOn").optional(),
                    parts("paid", "row.paid"),
                    parts("unpaid", "row.unpaid"),
                    code("source", "row.source", "payment source").optional(),
                    of(YUAN, "balance", "row.balance"),
                    of(NUMBER, "remain months", "row.remainingMonths"),
                    code("result", "row.result", "deduction result"),
                    text("result text", "row.resultText", 200).optional(),
                    text("host serial", "row.hostSerial", 40).optional())),
            Map.entry(DEDUCTION_ORDER, all(
                    text("order no", "orderNo", 40),
                    of(DAY, "deduct date", "deductOn"),
                    code("source", "source", "deduction source"),
                    collective("waterfall", "waterfall", of(NUMBER, "rank", "rank"), code("part", "part", "waterfall part")),
                    of(NUMBER, "count", "count"),
                    of(YUAN, "total", "total"),
                    rows(
                            "line",
                            "lines",
                            of(NUMBER, "line no", "lineNo"),
                            text("loan acct no", "loanAccountNo", 30),
                            of(NUMBER, "term no", "instalment"),
                            digits("acct", "accountNo", 30),
                            text("acct name", "accountName", 120),
                            parts("due", "due"),
                            of(FLAG, "partial", "partial"),
                            text("mandate no", "mandateNo", 40).optional()))),
            Map.entry(DEDUCTION_RESULT, all(
                    text("result no", "resultNo", 32),
                    text("order no", "orderNo", 40),
                    text("batch no", "batchNo", 40).optional(),
                    of(DAY, "accounting date", "accountingDate"),
                    of(FLAG, "last", "last"),
                    of(NUMBER, "count", "count"),
                    of(YUAN, "total", "total"),
                    rows(
                            "line",
                            "lines",
                            of(NUMBER, "line no", "lineNo"),
                            text("loan acct no", "loanAccountNo", 30),
                            code("result", "result", "deduction result"),
                            parts("paid", "paid"),
                            text("host serial", "hostSerial", 40).optional(),
                            text("result text", "resultText", 200).optional()))),
            Map.entry(PREPAYMENT_QUOTE, all(
                    text("quote no", "quoteNo", 40),
                    text("loan acct no", "loanAccountNo", 30),
                    text("app no", "applicationNo", 32).optional(),
                    code("type", "kind", "prepayment kind"),
                    of(YUAN, "amount", "amount").optional(),
                    code("keep", "keep", "prepayment keep").optional(),
                    of(NUMBER, "new months", "newMonths").optional(),
                    of(DAY, "value date", "valueOn"))),
            Map.entry(PREPAYMENT, all(
                    text("prepayment no", "prepaymentNo", 40),
                    text("quote no", "quoteNo", 40).optional(),
                    text("loan acct no", "loanAccountNo", 30),
                    text("app no", "applicationNo", 32).optional(),
                    code("type", "kind", "prepayment kind"),
                    of(YUAN, "amount", "amount"),
                    code("keep", "keep", "prepayment keep").optional(),
                    of(NUMBER, "new months", "newMonths").optional(),
                    of(DAY, "value date", "valueOn"),
                    code("source", "source", "payment source"),
                    digits("acct", "accountNo", 30).optional(),
                    text("host serial", "hostSerial", 40).optional())),
            Map.entry(SETTLEMENT, all(
                    text("settlement no", "settlementNo", 40),
                    text("loan acct no", "loanAccountNo", 30),
                    text("app no", "applicationNo", 32).optional(),
                    text("loan contract no", "contractNo", 30),
                    code("type", "how", "settlement kind"),
                    of(DAY, "settled date", "settledOn"),
                    of(DAY, "accounting date", "accountingDate"),
                    parts("last", "last"),
                    of(YUAN, "total principal", "principalRepaid"),
                    of(YUAN, "total interest", "interestRepaid"),
                    code("release", "release", "release kind"),
                    text("proof/no", "proof.proofNo", 40).optional(),
                    text("proof/format", "proof.format", 8).optional(),
                    text("proof/digest", "proof.digest", 64).optional(),
                    of(BASE64, "proof/data", "proof.document").optional())),
            Map.entry(RECONCILIATION, all(
                    text("statement no", "statementNo", 40),
                    of(DAY, "accounting date", "accountingDate"),
                    of(NUMBER, "part no", "part"),
                    of(NUMBER, "part count", "parts"),
                    rows(
                            "total",
                            "totals",
                            code("type", "kind", "item kind"),
                            of(NUMBER, "count", "count"),
                            of(YUAN, "amount", "amount")),
                    rows(
                            "item",
                            "items",
                            of(NUMBER, "item no", "itemNo"),
                            code("type", "kind", "item kind"),
                            text("loan acct no", "loanAccountNo", 30).optional(),
                            text("ref no", "reference", 64),
                            text("host serial", "hostSerial", 40).optional(),
                            of(YUAN, "amount", "amount"),
                            maybeParts("parts", "parts")))),
            Map.entry(RECONCILIATION_RESULT, all(
                    text("result no", "resultNo", 40),
                    text("statement no", "statementNo", 40),
                    of(DAY, "accounting date", "accountingDate"),
                    code("outcome", "outcome", "reconciliation outcome"),
                    rows(
                            "diff",
                            "differences",
                            text("diff no", "differenceNo", 40),
                            code("diff type", "type", "difference type"),
                            code("type", "kind", "item kind"),
                            text("loan acct no", "loanAccountNo", 30).optional(),
                            text("ref no", "reference", 64),
                            of(YUAN, "centre amount", "atCentre").optional(),
                            of(YUAN, "bank amount", "atBank").optional(),
                            code("owner", "owner", "difference owner"),
                            of(DAY, "due date", "dueOn"),
                            text("explanation", "explanation", 500).optional()))));

    static final Map<Operation, List<Item>> REPLIES = Map.ofEntries(
            Map.entry(DISBURSEMENT_INSTRUCTION, all(
                    text("instruct no", "instructionNo", 40),
                    text("send serial", "senderSerial", 40).optional(),
                    text("hub serial", "hubSerial", 40).optional(),
                    text("host serial", "hostSerial", 40),
                    text("loan acct no", "loanAccountNo", 30),
                    of(DAY, "disbursed date", "disbursedOn"),
                    of(DAY, "accounting date", "accountingDate"),
                    of(DAY, "first due date", "firstDueOn"))),
            Map.entry(DISBURSEMENT_RETURNED, all(
                    text("return no", "returnNo", 32),
                    text("instruct no", "instructionNo", 40),
                    text("state", "state", 40))),
            Map.entry(REPAYMENT_STATUS, all(
                    text("report no", "reportNo", 32),
                    text("loan acct no", "loanAccountNo", 30),
                    of(NUMBER, "term no", "instalment"))),
            Map.entry(DEDUCTION_ORDER, all(
                    text("order no", "orderNo", 40),
                    text("batch no", "batchNo", 40).optional(),
                    of(DAY, "expect date", "expectedOn").optional())),
            Map.entry(DEDUCTION_RESULT, all(
                    text("result no", "resultNo", 32),
                    of(NUMBER, "taken", "taken"),
                    of(NUMBER, "open", "open").optional())),
            Map.entry(PREPAYMENT_QUOTE, all(
                    text("quote no", "quoteNo", 40),
                    parts("parts", "parts"),
                    of(YUAN, "fee", "fee"),
                    of(YUAN, "total", "total"),
                    of(YUAN, "balance", "balance"),
                    of(NUMBER, "remain months", "remainingMonths"),
                    of(YUAN, "next amount", "nextInstalment").optional(),
                    of(DAY, "valid date", "validTo"))),
            Map.entry(PREPAYMENT, all(
                    text("prepayment no", "prepaymentNo", 40),
                    of(DAY, "accounting date", "accountingDate"),
                    text("host serial", "hostSerial", 40).optional(),
                    parts("parts", "parts"),
                    of(YUAN, "fee", "fee"),
                    of(YUAN, "balance", "balance"),
                    of(NUMBER, "remain months", "remainingMonths"),
                    of(YUAN, "next amount", "nextInstalment").optional())),
            Map.entry(SETTLEMENT, Contents.RECEIPT),
            Map.entry(RECONCILIATION, all(
                    text("statement no", "statementNo", 40),
                    of(TIME, "receive time", "receivedAt").optional(),
                    of(TIME, "expect time", "expectedBy").optional())),
            Map.entry(RECONCILIATION_RESULT, Contents.RECEIPT));

    private MoneyContents() {}

    /** An amount, part by part. */
    private static List<Item> parts(String words, String ours) {
        return List.of(
                of(YUAN, words + "/principal", ours + ".principal"),
                of(YUAN, words + "/overdue principal", ours + ".overduePrincipal"),
                of(YUAN, words + "/interest", ours + ".interest"),
                of(YUAN, words + "/overdue interest", ours + ".overdueInterest"),
                of(YUAN, words + "/penalty", ours + ".penalty"),
                of(YUAN, words + "/fine", ours + ".fine"));
    }

    private static List<Item> maybeParts(String words, String ours) {
        return parts(words, ours).stream().<Item>map(item -> ((Item.Leaf) item).optional()).toList();
    }
}
