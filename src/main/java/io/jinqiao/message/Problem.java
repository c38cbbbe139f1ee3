package io.jinqiao.message;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a message: what, where in our words, where in theirs. Carries no values of the message.
 *
 * @param field path in the canonical message, such as {@code parties[1].identity.number}; null when the whole message is meant
 * @param theirField the same place in the partner's own form, when known
 * @param arguments what the text of the code asks for: limits, known words, alternatives
 */
public record Problem(FailureCode code, @Nullable String field, @Nullable String theirField, List<String> arguments) {
    public Problem {
        arguments = List.copyOf(arguments);
    }

    public static Problem of(FailureCode code, String... arguments) {
        return new Problem(code, null, null, List.of(arguments));
    }

    public static Problem at(String field, FailureCode code, String... arguments) {
        return new Problem(code, field, null, List.of(arguments));
    }

    public Problem inTheirWords(@Nullable String theirs) {
        return new Problem(code, field, theirs, arguments);
    }

    /** What a person reads: what is wrong and what to do, Chinese for a Chinese locale, else English. */
    public String text(Locale locale) {
        Object[] words = arguments.stream().map(argument -> Words.side(argument, locale)).toArray();
        return new MessageFormat(code.pattern(locale), Locale.ROOT).format(words);
    }
}
