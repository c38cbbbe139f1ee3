package io.jinqiao.credit.notice;

/** How somebody is told. */
public enum Channel {
    SHORT_MESSAGE,
    LETTER,
    PHONE,
    IN_PERSON
}
