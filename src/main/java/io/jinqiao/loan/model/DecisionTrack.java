package io.jinqiao.loan.model;

import java.util.Set;

/** Where the centre's decision stands. */
public enum DecisionTrack {
    /** The application has its acceptance number. */
    ACCEPTED,
    /** The initial review (初审) is done. */
    INITIAL_REVIEWED,
    /** The second review (复审) is done. */
    SECOND_REVIEWED,
    /** An opinion is in force. */
    APPROVED,
    REJECTED,
    /** No contract was signed while the opinion was valid. */
    EXPIRED,
    /** The opinion was taken back: to be reviewed and decided again. */
    REVOKED,
    WITHDRAWN;

    public Set<DecisionTrack> next() {
        return switch (this) {
            case ACCEPTED -> Set.of(INITIAL_REVIEWED, WITHDRAWN);
            case INITIAL_REVIEWED -> Set.of(INITIAL_REVIEWED, SECOND_REVIEWED, REJECTED, WITHDRAWN);
            case SECOND_REVIEWED -> Set.of(SECOND_REVIEWED, APPROVED, REJECTED, WITHDRAWN);
            case APPROVED -> Set.of(EXPIRED, REVOKED, WITHDRAWN);
            case REVOKED -> Set.of(SECOND_REVIEWED, REJECTED, WITHDRAWN);
            case REJECTED, EXPIRED, WITHDRAWN -> Set.of();
        };
    }

    /** Nothing will be decided any more. */
    public boolean ended() {
        return next().isEmpty();
    }

    /** Still on its way to a decision, so that it can be returned or wait for funds. */
    public boolean open() {
        return this != APPROVED && !ended();
    }
}
