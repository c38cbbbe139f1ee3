package io.jinqiao.workbench.simulate.bank;

import java.util.HashMap;
import java.util.Map;

/** National codes (JGJ/T 320 annexes A.1, A.11, A.12) and those agreed for want of one: by name of the list, their code by our word. */
final class AgreedCodes {
    static final Map<String, Map<String, String>> ALL = Map.ofEntries(
            numbered("loan", "fund", "combined", "interest-subsidised", "converted-commercial", "other"),
            numbered("house", "pre-sold", "new", "resale", "self-built", "renovated"),
            numbered("repayment", "equal-instalment", "equal-principal", "single-repayment", "free", "other"),
            Map.entry(
                    "certificate",
                    Map.of("resident-id", "01", "officer-id", "02", "passport", "03", "foreigner-residence", "04", "credit-code", "11", "other", "99")),
            numbered("party role", "borrower", "spouse", "co-borrower", "mortgagor", "seller", "guarantor", "developer"),
            numbered("payee", "supervised-presale", "seller", "escrow", "creditor-bank"),
            Map.entry("checked", Map.of("checked", "1", "not-checked", "0")),
            Map.entry("eligible", Map.of("eligible", "1", "not-eligible", "2", "not-checked", "0")),
            Map.entry("decision", Map.of("approved", "1", "rejected", "2")),
            numbered("return reason", "account-unknown", "name-mismatch", "account-closed", "account-frozen", "account-kind", "other"),
            numbered("payment source", "bank-account", "fund-balance", "prepayment", "guarantor", "developer", "bank", "other"),
            numbered(
                    "deduction result",
                    "paid", "partly-paid", "insufficient-funds", "account-closed", "account-frozen", "account-mismatch", "mandate-missing", "other"),
            numbered("deduction source", "bank-account", "fund-balance"),
            numbered("waterfall part", "overdue-principal", "overdue-interest", "penalty", "principal", "interest"),
            numbered("collection reason", "overdue", "promise-broken", "early-warning", "matured-unpaid", "withdrawn"),
            numbered("collection step", "re-deduct", "message", "phone", "letter", "visit", "guarantor", "lawsuit"),
            numbered("collection outcome", "paid", "promised", "reached", "refused", "not-reached", "wrong-contact", "handed-on", "other"),
            numbered("proof kind", "call-recording", "message-receipt", "letter-tracking", "visit-sheet", "court-case", "deduction", "other"),
            numbered("prepayment kind", "part", "full"),
            numbered("prepayment keep", "term", "payment", "neither"),
            numbered("settlement kind", "at-maturity", "early", "by-guarantor", "by-court"),
            numbered("release kind", "mortgage", "pre-notice", "pledge", "surety", "none"),
            numbered("item kind", "disbursement", "return", "receipt", "balance", "open-unknown"),
            numbered("reconciliation outcome", "matched", "differs", "explained"),
            numbered("difference type", "missing-at-centre", "missing-at-bank", "amount-differs", "parts-differ", "cents-differ", "outcome-unknown"),
            numbered("difference owner", "centre", "bank"),
            numbered("scorecard state", "provisional", "final", "correction"),
            numbered("standing proposal", "unchanged", "may-grow", "capped", "suspended"),
            numbered("ruling", "upheld", "partly-upheld", "rejected"),
            numbered("contribution fact", "state", "months-paid", "base", "monthly-amount", "last-paid-month", "employer"),
            numbered("account state", "paying", "sealed", "closed", "other"),
            numbered("registration state", "held", "forwarded"),
            numbered("registration kind", "double-pre-notice", "mortgage", "conversion", "change", "cancellation"),
            numbered("registry event", "received", "returned", "refused", "entered", "certificate", "deleted", "seized"));

    private AgreedCodes() {}

    /** Two digits in the order of the list; what is none of it is 99. */
    private static Map.Entry<String, Map<String, String>> numbered(String list, String... words) {
        Map<String, String> codes = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            codes.put(words[i], words[i].equals("other") ? "99" : String.format("%02d", i + 1));
        }
        return Map.entry(list, Map.copyOf(codes));
    }
}
