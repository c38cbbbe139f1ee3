package io.jinqiao.opinion.ses;

/** Bytes that are no seal and no sealed value as GB/T 38540 version 4 writes them. */
public final class MalformedSeal extends Exception {
    public enum Reason {
        /** More bytes, elements or levels than a seal may have. */
        TOO_LARGE,
        /** Not DER, or DER in a second spelling, or with something before or after. */
        NOT_DER,
        /** DER, but not these fields in this order. */
        WRONG_STRUCTURE,
        /** Another version of the standard. */
        VERSION_UNKNOWN
    }

    private final Reason reason;
    private final String path;

    /** @param path of the field, such as {@code toSign.eseal.eSealInfo.header.version} */
    MalformedSeal(Reason reason, String path, String message) {
        super(path + ": " + message);
        this.reason = reason;
        this.path = path;
    }

    public Reason reason() {
        return reason;
    }

    public String path() {
        return path;
    }
}
