package io.jinqiao.loan.model;

import io.jinqiao.loan.Officer;
import io.jinqiao.message.Words;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a loan, for the event feed and for the clocks.
 *
 * @param by who did it; null when a message or the time did
 * @param detail words and numbers, never personal data; {@code caller}: who named the officer, if not the officer
 */
public record LoanEvent(Type type, @Nullable Officer by, Map<String, String> detail) {
    public LoanEvent {
        detail = Map.copyOf(detail);
    }

    /** Part of the interface to the core system: a type is never renamed. */
    public enum Type {
        ACCEPTED,
        ATTACHMENT_ARRIVED,
        ATTACHMENTS_COMPLETE,
        INITIAL_REVIEWED,
        SECOND_REVIEWED,
        APPROVED,
        REJECTED,
        RETURNED,
        SUPPLEMENTED,
        FUNDS_AWAITED,
        FUNDS_ARRIVED,
        WITHDRAWN,
        APPROVAL_EXPIRED,
        OPINION_REVOKED,
        OPINION_PRINTED,
        CONTRACT_SIGNED,
        CONTRACT_SEALED,
        CONTRACT_IN_FORCE,
        CONTRACT_VOID,
        SECURITY_TO_SUBMIT,
        SECURITY_CHANGED,
        /** the registry told what the loan's state does not allow: a person must look */
        SECURITY_IN_DOUBT,
        PROPERTY_CHECKED,
        SECURITY_DESTROYED,
        SECURITY_PIECE_RECORDED,
        MONEY_PROPOSED,
        MONEY_APPROVED,
        SETTLEMENT_PROPOSED,
        MONEY_CHANGED,
        BANK_TOLD,
        BANK_REFUSED,
        BANK_UNCERTAIN
    }

    public static LoanEvent of(Type type) {
        return new LoanEvent(type, null, Map.of());
    }

    public static LoanEvent of(Type type, Officer by) {
        LoanEvent event = new LoanEvent(type, by, Map.of());
        return by.isSamePerson(by.caller()) ? event : event.with("caller", by.caller());
    }

    public LoanEvent with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(detail);
        more.put(name, Words.canonical(value));
        return new LoanEvent(type, by, more);
    }
}
