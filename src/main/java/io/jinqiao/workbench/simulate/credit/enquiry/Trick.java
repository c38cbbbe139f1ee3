package io.jinqiao.workbench.simulate.credit.enquiry;

import java.util.Locale;

/** How the Center answers an enquiry, besides as it should. */
public enum Trick {
    OK,
    /** ATO001: nothing was begun. */
    BUSY,
    /** ATO002: it is being worked on; the same message again gets the report. */
    PROCESSING,
    /** ATO003. */
    COMMUNICATION,
    /** ATO004. */
    DATABASE,
    /** ATO005. */
    SYSTEM,
    /** ATO999. */
    OTHER,
    /** ABE002: this user is not known. */
    NO_USER,
    /** ABO001: outside service hours. */
    OUT_OF_HOURS,
    /** Answers after two seconds. */
    SLOW,
    /** Answers after the caller has given up. */
    LATE,
    /** Found a report, and closes the connection without a word. */
    SILENT,
    /** Closes the connection in the middle of the answer. */
    HALF,
    /** Two answers on one connection. */
    TWICE,
    /** No SOAP at all. */
    GARBAGE,
    /** The report is not compressed. */
    NOT_GZIP,
    /** A report that unfolds to hundreds of megabytes. */
    BOMB,
    /** The report's Base64 ends in the middle. */
    TRUNCATED,
    /** A head of 79 characters. */
    SHORT_HEAD,
    /** The head calls itself the answer to something else. */
    OTHER_HEAD,
    /** Signed over the same text in GB18030. */
    RE_ENCODED,
    /** Signed over other bytes. */
    BAD_SIGNATURE,
    /** No signature. */
    UNSIGNED,
    /** The report of somebody else. */
    OTHER_PERSON,
    /** What was compressed is no XML. */
    NOT_XML;

    /** @return null where it is not answered with a code of a technical failure */
    @org.jspecify.annotations.Nullable String code() {
        return switch (this) {
            case BUSY -> "ATO001";
            case COMMUNICATION -> "ATO003";
            case DATABASE -> "ATO004";
            case SYSTEM -> "ATO005";
            case OTHER -> "ATO999";
            case NO_USER -> "ABE002";
            case OUT_OF_HOURS -> "ABO001";
            default -> null;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
