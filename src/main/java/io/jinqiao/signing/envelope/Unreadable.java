package io.jinqiao.signing.envelope;

/** Something encrypted that does not decrypt; without a reason, on purpose. */
public final class Unreadable extends Exception {
    Unreadable() {}
}
