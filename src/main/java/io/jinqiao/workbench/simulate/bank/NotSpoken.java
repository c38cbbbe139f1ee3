package io.jinqiao.workbench.simulate.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Not the protocol's way to bring a message: the protocol itself has an answer, and nobody at a desk is asked. */
final class NotSpoken extends IOException {
    private static final long serialVersionUID = 1L;

    private final String answer;

    NotSpoken(String answer) {
        super(answer.substring(0, answer.indexOf('\r')));
        this.answer = answer;
    }

    byte[] answer() {
        return answer.getBytes(StandardCharsets.US_ASCII);
    }
}
