package io.jinqiao.signing;

/** An envelope that cannot be opened. It does not say why: an answer that told would help to guess the content. */
public final class EnvelopeFailure extends Exception {
    EnvelopeFailure() {
        super("the envelope cannot be opened");
    }
}
