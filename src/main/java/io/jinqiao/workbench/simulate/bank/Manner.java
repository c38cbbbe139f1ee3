package io.jinqiao.workbench.simulate.bank;

import java.util.HashMap;
import java.util.Map;

/**
 * How one bank writes what {@link Contents} lists.
 *
 * @param listWord what follows the name of a repeated group, such as {@code list}; empty where groups of one name stand side by side
 * @param jsonNumbers whether counts are numbers on the wire, not texts
 * @param signedDay pattern of the day on a contract
 * @param time pattern of a point of time in a request, {@code answerTime} in an answer
 * @param byteLengths whether the longest text is counted in bytes of GB18030, not in characters
 * @param codes by name of the code list, their code by our word
 */
record Manner(
        Spelling spelling,
        String listWord,
        boolean jsonNumbers,
        String signedDay,
        String time,
        String answerTime,
        String yes,
        String no,
        boolean byteLengths,
        Map<String, Map<String, String>> codes) {

    /** National codes (JGJ/T 320 annexes A.1, A.11, A.12) and those agreed for want of one. */
    static final Map<String, Map<String, String>> AGREED = Map.of(
            "loan", Map.of("fund", "01", "combined", "02", "interest-subsidised", "03", "converted-commercial", "04", "other", "99"),
            "house", Map.of("pre-sold", "01", "new", "02", "resale", "03", "self-built", "04", "renovated", "05"),
            "repayment", Map.of("equal-instalment", "01", "equal-principal", "02", "single-repayment", "03", "free", "04", "other", "99"),
            "certificate",
                    Map.of("resident-id", "01", "officer-id", "02", "passport", "03", "foreigner-residence", "04", "credit-code", "11", "other", "99"),
            "party role",
                    Map.of("borrower", "01", "spouse", "02", "co-borrower", "03", "mortgagor", "04", "seller", "05", "guarantor", "06", "developer", "07"),
            "payee", Map.of("supervised-presale", "01", "seller", "02", "escrow", "03", "creditor-bank", "04"),
            "checked", Map.of("checked", "1", "not-checked", "0"),
            "eligible", Map.of("eligible", "1", "not-eligible", "2", "not-checked", "0"),
            "decision", Map.of("approved", "1", "rejected", "2"));

    static Map<String, Map<String, String>> agreedBut(Map<String, Map<String, String>> other) {
        Map<String, Map<String, String>> codes = new HashMap<>(AGREED);
        codes.putAll(other);
        return Map.copyOf(codes);
    }

    String name(String words) {
        return spelling.of(words);
    }

    String listName(String words) {
        return spelling.of(listWord.isEmpty() ? words : words + " " + listWord);
    }

    String time(boolean answer) {
        return answer ? answerTime : time;
    }
}
