package io.jinqiao.adapter.mapping;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.IllegalValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Their codes against our words. Several of their codes may mean one word; the first of them is written. */
public final class CodeTable implements Conversion {
    private final Map<String, String> ours;
    private final Map<String, String> theirs = new LinkedHashMap<>();
    private final String known;

    /** @param ours our word by their code, in the order of the file */
    public CodeTable(Map<String, String> ours) {
        this.ours = new LinkedHashMap<>(ours);
        ours.forEach((code, word) -> theirs.putIfAbsent(word, code));
        this.known = String.join(", ", ours.keySet());
    }

    @Override
    public String toOurs(String code) {
        String word = ours.get(code);
        if (word == null) {
            throw new IllegalValue(FailureCode.CODE_UNKNOWN, known);
        }
        return word;
    }

    @Override
    public String toTheirs(String word) {
        String code = theirs.get(word);
        if (code == null) {
            throw new IllegalValue(FailureCode.CODE_UNKNOWN, String.join(", ", theirs.keySet()));
        }
        return code;
    }

    /** In the order of the file. */
    Set<String> codes() {
        return ours.keySet();
    }

    public Set<String> words() {
        return theirs.keySet();
    }
}
