package io.jinqiao.message;

/** A partner's name inside the gateway: the name of its folder, lower-case letters, digits and hyphens. */
public record PartnerId(String value) {
    public PartnerId {
        if (!value.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("not a partner id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
