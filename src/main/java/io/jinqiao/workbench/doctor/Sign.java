package io.jinqiao.workbench.doctor;

/** What a probe can observe. The facts that come with each stand behind it, in their order. */
enum Sign {
    /** place and problem */
    FOLDER_PROBLEM,
    /** setting */
    PLACEHOLDER_UNSET,
    /** address */
    NO_ADDRESS,
    /** alias */
    NOTHING_CONFIGURED,
    /** alias, path */
    NO_FILE,
    /** alias */
    PASSWORD_REFUSED,
    /** alias, why */
    FILE_OF_OTHER_FORM,
    /** alias */
    PAIR_APART,
    /** alias, agreed algorithm */
    OTHER_ALGORITHM,
    /** alias: it should sign and may not */
    MAY_NOT_SIGN,
    /** alias: it should seal and may not */
    MAY_NOT_SEAL,
    /** alias */
    MADE_FOR_DEVELOPMENT,
    /** alias, when */
    EXPIRED,
    /** alias, when */
    NOT_YET_VALID,
    /** alias: nothing is wrong with its dates */
    IN_FORCE,
    /** alias */
    REVOKED,
    /** alias, why */
    WEAK,
    /** alias, issuer */
    NO_PATH,
    /** location, why */
    LIST_NOT_READ,
    /** location */
    LIST_OVERDUE,
    /** when they open */
    CLOSED_NOW,

    /** host */
    NAME_NOT_FOUND,
    /** endpoint */
    REFUSES_CONNECTIONS,
    /** endpoint, words */
    CONNECTS_NEVER,
    /** endpoint */
    UNROUTABLE,
    /** endpoint: it ends every connection before a word was said */
    CLOSES_UNASKED,
    /** endpoint */
    SPEAKS_NO_TLS,
    /** endpoint: it wants TLS where we speak without */
    SPEAKS_TLS,
    /** words */
    VERSIONS_APART,
    /** host, names of the certificate */
    NAMES_ANOTHER_HOST,
    /** subject and fingerprint */
    SHOWS_ANOTHER,
    /** issuer */
    SHOWN_LEADS_NOWHERE,
    /** none: they ask, we have nothing to show */
    ASKED_NOTHING_SHOWN,
    /** alert, our alias */
    SHOWN_AND_REFUSED,
    /** endpoint, how long we waited: it takes the connection and says nothing, no TLS either */
    SAYS_NOTHING,
    /** words: the handshake failed in some other way */
    HANDSHAKE_FAILED,

    /** duration */
    CLOCKS_APART,
    /** none */
    CLOCKS_AGREE,
    /** path */
    ANSWERS_NOT_FOUND,
    /** HTTP status */
    ANSWERS_FORBIDDEN,
    /** HTTP status */
    ANSWERS_DOWN,
    /** how long we waited */
    NO_ANSWER,
    /** what it counts */
    LENGTH_COUNTS_OTHERWISE,
    /** their charset, the agreed one */
    OTHER_CHARSET,
    /** why */
    UNREADABLE,
    /** none */
    UNSIGNED,
    /** user id */
    VERIFIES_WITH_USER_ID,
    /** form */
    VERIFIES_IN_FORM,
    /** how the digest is written */
    VERIFIES_DIGESTED,
    /** layout */
    VERIFIES_LAID_OUT,
    /** order */
    VERIFIES_IN_ORDER,
    /** their alias, ours for it */
    VERIFIES_WITH_OTHER_KEY,
    /** none */
    VERIFIES_NOHOW,
    /** structure */
    OPENS_AS,
    /** alias that opens it */
    OPENS_WITH_OTHER_KEY,
    /** none */
    OPENS_NOHOW,

    /** failure codes the refusal may stand for, separated by blanks; their field or nothing; their words; whether the field is a constant of ours */
    REFUSES,
    /** code */
    SAYS_UNSEEN_CODE,
    /** user id */
    ACCEPTS_USER_ID,
    /** form */
    ACCEPTS_FORM,
    /** how the digest is written */
    ACCEPTS_DIGESTED,
    /** layout */
    ACCEPTS_LAID_OUT,
    /** order */
    ACCEPTS_ORDER,
    /** our alias */
    ACCEPTS_OTHER_KEY,
    /** structure */
    ACCEPTS_SEALED_AS,
    /** what it counts */
    ACCEPTS_COUNTED,
    /** our alias: nothing that is commonly taken for something else helps */
    ACCEPTS_NOTHING,
    /** our alias: nothing that was tried helps, and not everything was tried */
    ACCEPTS_NOTHING_YET,

    /** alias */
    SFTP_KEY_UNSET,
    /** alias, path and why */
    SFTP_KEY_OF_OTHER_FORM,
    /** address */
    SPEAKS_NO_SSH,
    /** address, kind and fingerprint */
    SFTP_SHOWS_ANOTHER,
    /** address, kind and fingerprint: what is registered is no key */
    SFTP_HOST_UNREGISTERED,
    /** address, words */
    SFTP_HANDSHAKE_FAILED,
    /** address, user, our alias */
    SFTP_LOGIN_REFUSED,
    /** folder */
    SFTP_FOLDER_MISSING,
    /** folder, what was tried, user */
    SFTP_RIGHT_MISSING;

    /** The answer itself shows how they write; nothing needs to be asked again, and why they refused is explained. */
    boolean shownByAnswer() {
        return compareTo(LENGTH_COUNTS_OTHERWISE) >= 0 && compareTo(OPENS_NOHOW) <= 0;
    }

    /** The question was taken when it was written in this other way. */
    boolean helped() {
        return compareTo(ACCEPTS_USER_ID) >= 0 && compareTo(ACCEPTS_NOTHING) < 0;
    }

    /** Nothing is wrong, or it may be the consequence of something that is asked for next. */
    boolean leavesOpen() {
        return this == IN_FORCE || this == CLOCKS_AGREE || this == REFUSES || this == NO_ANSWER;
    }
}
