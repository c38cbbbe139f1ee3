package io.jinqiao.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which language an answer is in: what the browser or the program asks for, else Chinese; never the language of the machine. */
final class Spoken {
    private static final List<Locale> KNOWN = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Spoken() {}

    static Locale by(HttpServletRequest request) {
        return by(request.getHeader("Accept-Language"));
    }

    private static Locale by(@Nullable String accepted) {
        if (accepted == null) {
            return Locale.CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), KNOWN);
            return best == null ? Locale.CHINESE : best;
        } catch (IllegalArgumentException e) {
            return Locale.CHINESE;
        }
    }
}
