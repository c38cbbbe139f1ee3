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

    static Map<String, Map<String, String>> agreedBut(Map<String, Map<String, String>> other) {
        Map<String, Map<String, String>> codes = new HashMap<>(AgreedCodes.ALL);
        codes.putAll(other);
        return Map.copyOf(codes);
    }

    String name(String words) {
        return spelling.of(words);
    }

    String listName(Item.Rows rows) {
        return spelling.of(listWord.isEmpty() || rows.collective() ? rows.words() : rows.words() + " " + listWord);
    }

    String time(boolean answer) {
        return answer ? answerTime : time;
    }
}
