package io.jinqiao.opinion;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.Words;
import io.jinqiao.opinion.IssuedOpinion.Standing;
import io.jinqiao.opinion.OpinionStore.Event;

/** Where an opinion stands in its life, and which moves are left. */
sealed interface OpinionLife {

    /** Sealed; the bank's receipt has not come. */
    record Issued() implements OpinionLife {}

    /** The bank's signed receipt is here. */
    record Delivered() implements OpinionLife {}

    /** @param copies the branch reported, one or more */
    record Printed(int copies) implements OpinionLife {}

    /** Out of force for good. */
    record Ended(Standing standing) implements OpinionLife {}

    static OpinionLife of(IssuedOpinion opinion) {
        if (opinion.standing() != Standing.IN_FORCE) {
            return new Ended(opinion.standing());
        }
        if (opinion.copiesPrinted() > 0) {
            return new Printed(opinion.copiesPrinted());
        }
        return opinion.delivered() ? new Delivered() : new Issued();
    }

    /**
     * The life after an event. A receipt may come late: after the branch printed, or after the opinion ended, it changes nothing.
     *
     * @param copies of a report of printing, else 0
     * @throws Refusal when the opinion is not in force any more
     * @throws IllegalStateException when a revocation is confirmed that never was
     */
    default OpinionLife after(Event event, int copies) {
        return switch (event) {
            case DELIVERED -> this instanceof Issued ? new Delivered() : this;
            case DELIVERY_REFUSED -> this;
            case PRINTED -> new Printed(inForce().printedSoFar() + copies);
            case SUPERSEDED -> inForce().ended(Standing.SUPERSEDED);
            case REVOKED -> inForce().ended(Standing.REVOKED);
            case REVOCATION_DELIVERED -> revoked();
        };
    }

    private OpinionLife inForce() {
        if (this instanceof Ended ended) {
            throw new Refusal(FailureCode.OPINION_NOT_IN_FORCE, Words.of(ended.standing()));
        }
        return this;
    }

    private OpinionLife revoked() {
        if (this instanceof Ended ended && ended.standing() == Standing.REVOKED) {
            return this;
        }
        throw new IllegalStateException("the bank confirmed a revocation that was never sent");
    }

    private OpinionLife ended(Standing standing) {
        return new Ended(standing);
    }

    private int printedSoFar() {
        return this instanceof Printed printed ? printed.copies() : 0;
    }
}
