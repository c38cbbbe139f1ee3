package io.jinqiao.message;

/**
 * Identity of one message, unique per partner and direction: ours to them is made here (26 characters, Crockford base 32, time
 * first), theirs to us is their own number. Reused unchanged by a resend and by a status enquiry.
 */
public record MessageId(String value) {
    public MessageId {
        if (value.isEmpty() || value.length() > 64) {
            throw new IllegalValue(FailureCode.FIELD_TOO_LONG, "64");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
