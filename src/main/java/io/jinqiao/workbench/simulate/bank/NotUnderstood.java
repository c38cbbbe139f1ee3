package io.jinqiao.workbench.simulate.bank;

import java.util.List;

/** A message a bank cannot take: its envelope, signature or content is not what was agreed. */
public final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;

    final transient Outcome outcome;
    final transient List<Complaint> complaints;
    /** Number of the message where it could be read, else empty. */
    final String id;

    NotUnderstood(Outcome outcome, String id, List<Complaint> complaints) {
        super(outcome + " " + complaints);
        this.outcome = outcome;
        this.id = id;
        this.complaints = complaints;
    }

    NotUnderstood(Outcome outcome, String id, String field, String words) {
        this(outcome, id, List.of(new Complaint(field, words)));
    }
}
