package io.jinqiao.adapter.codec;

import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partner's return codes, both ways.
 *
 * @param meanings by their code; one that is not here is unknown and alarms
 * @param taken the code that is written for an accepting answer
 * @param inProcess the code that is written when nobody knows yet; null when they have none
 * @param refusals the code that is written for a failure, the first that fits
 */
public record Codes(Map<String, Meaning> meanings, String taken, @Nullable String inProcess, List<Refusing> refusals) {

    /** @param failures a failure code, the beginning of several followed by {@code *}, or {@code *} for all */
    public record Refusing(String failures, String code) {
        public boolean fits(FailureCode failure) {
            return failures.endsWith("*")
                    ? failure.code().startsWith(failures.substring(0, failures.length() - 1))
                    : failure.code().equals(failures);
        }
    }

    public Codes {
        meanings = Map.copyOf(meanings);
        refusals = List.copyOf(refusals);
    }

    public @Nullable Meaning meaning(String code) {
        return meanings.get(code);
    }

    /** The code that is written for an accepting answer: one that says what is in it, else the usual one. */
    public String taking(Content.Group content) {
        return meanings.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Meaning.Taken taken && !taken.says().isEmpty() && fits(taken, content))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(taken);
    }

    private static boolean fits(Meaning.Taken taken, Content.Group content) {
        return taken.says().entrySet().stream().allMatch(said -> said.getValue().equals(content.text(said.getKey())));
    }

    /** The code that is written for a failure. */
    public String refusing(FailureCode failure) {
        for (Refusing refusing : refusals) {
            if (refusing.fits(failure)) {
                return refusing.code();
            }
        }
        throw new IllegalStateException("codes.yaml has an answer for every failure; this was checked at start");
    }
}
