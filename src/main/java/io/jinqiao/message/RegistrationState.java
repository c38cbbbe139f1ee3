package io.jinqiao.message;

/** Where a case is at the registry, in the centre's words; the registry's own numbers stay in its folder. */
public enum RegistrationState {
    /** handed in, nobody has looked at it (待审) */
    SUBMITTED,
    /** 已受理 */
    ACCEPTED,
    /** 补正: waits for us */
    SUPPLEMENT,
    /** 不予受理 or 不予登记 */
    REJECTED,
    /** 已登簿: the entry itself is told apart */
    REGISTERED,
    /** taken back at our wish (撤回) */
    WITHDRAWN,
    /** taken off by the registry, also after acceptance (删除) */
    DELETED;

    /** Whether the registry will do nothing more with the case. */
    public boolean ended() {
        return this == REJECTED || this == REGISTERED || this == WITHDRAWN || this == DELETED;
    }

    /** Whether somebody must be told why. */
    boolean needsReason() {
        return this == SUPPLEMENT || this == REJECTED || this == DELETED;
    }
}
