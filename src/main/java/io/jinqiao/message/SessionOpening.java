package io.jinqiao.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a token that further messages must carry for a while (会话令牌). The envelope proves who asks; the pipe itself asks and answers, no
 * business hears of it.
 *
 * @param caller what the one who asks is called by the other
 */
public record SessionOpening(String caller) implements CanonicalMessage {
    private static final int LONGEST_TOKEN = 512;

    /**
     * @param token visible ASCII
     * @param expiresAt from then on it is refused
     */
    public record Answer(String token, Instant expiresAt) {
        private static final Form VISIBLE = visible();

        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(f.value("token", Answer::checked), f.instant("expiresAt"));
        }

        private static String checked(String text) {
            if (!VISIBLE.fits(text, 8, LONGEST_TOKEN)) {
                throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "8-" + LONGEST_TOKEN + " 个可见 ASCII 字符 / 8-" + LONGEST_TOKEN + ": visible ASCII");
            }
            return text;
        }

        private static Form visible() {
            StringBuilder characters = new StringBuilder();
            for (char c = '!'; c <= '~'; c++) {
                characters.append(c);
            }
            return new Form(characters.toString());
        }

        public Content.Group content() {
            return Content.group().put("token", token).put("expiresAt", expiresAt).build();
        }

        /** A token opens a door: it is in no log. */
        @Override
        public String toString() {
            return "session until " + expiresAt;
        }
    }

    static SessionOpening read(Fields f) {
        SessionOpening read = new SessionOpening(f.text("caller", 64));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.SESSION_OPENING;
    }

    /** Asking again gives another token. */
    @Override
    public @Nullable String businessKey() {
        return null;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group().put("caller", caller).build();
    }
}
