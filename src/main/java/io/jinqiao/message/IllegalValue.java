package io.jinqiao.message;

import java.util.List;

/** A text that cannot be the value it claims to be. Never carries the text itself: it may be personal data. */
public final class IllegalValue extends IllegalArgumentException {
    private final FailureCode code;
    private final List<String> arguments;

    public IllegalValue(FailureCode code, String... arguments) {
        super(code.code() + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public FailureCode code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
