package io.jinqiao.mortgage;

import io.jinqiao.message.FileCase;
import io.jinqiao.message.Answered;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.MortgageRequest;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.RevokeOpinion;

/**
 * The room's door, bean {@code registrations}: cases at the registries. Everything joins the caller's transaction.
 *
 * <p>Whatever a registry tells, by call-back, poll or reconciliation, in whatever order and however often, leaves a case in the same state.
 * A method throws {@link io.jinqiao.message.Refusal}, {@code CASE_UNKNOWN} among others, and has changed nothing then.
 */
public interface Registrations {

    /**
     * A branch's request: kept, and filed at once when the loan is in force and the register clean.
     *
     * @throws io.jinqiao.message.Refusal with everything the registry would miss
     */
    Outcome request(MortgageRequest request);

    /**
     * Follows what became of loans: at acceptance the register is asked and a request that came with the application prepared; in force, what is
     * held is filed; with its end, or once it is paid off, it is destroyed. Hands the outcome on, with what follows from it.
     */
    Outcome follow(Outcome outcome);

    /** The approval was taken back: what is held waits again. Hands the command on. */
    RevokeOpinion revoked(RevokeOpinion command);

    /** What the register said of a home; a request that waited for it goes on. */
    Outcome checked(Answered check);

    /** Opens a case and applies for it. The same command again changes nothing and applies no second time. */
    Outcome file(FileCase command);

    /** What the registry answered to an application: its receipt, or why it does not take it. */
    Outcome receipt(Answered application);

    /** What the registry answered to a part of a file; the next one is wanted then. */
    Outcome material(Answered part);

    /** What the registry answered to what it had asked for. */
    Outcome supplement(Answered supplement);

    /** A registry calls back: where a case is. */
    Outcome status(Incoming status);

    /** A registry calls back: what was entered. */
    Outcome entry(Incoming entry);

    /** A registry calls back: a certificate. */
    Outcome certificate(Incoming certificate);

    /** What the registry answered when it was asked for a certificate. */
    Outcome found(Answered certificate);

    /** What the registry answered to a poll. */
    Outcome progress(Answered enquiry);

    /** What the registry answered to a page of a reconciliation; asks for the next page when there is one. */
    Outcome page(Answered reconciliation);

    /**
     * A person says since when the registration a pre-notice is for is possible; the latest word counts.
     *
     * @throws io.jinqiao.message.Refusal for a day to come or one long before the entry, or when no such pre-notice is in the register
     */
    Outcome possible(PossibleFrom command);

    /**
     * A person has looked at what is in doubt about a case; until something new is told of it, nobody is asked to look again.
     *
     * @throws io.jinqiao.message.Refusal when there is no such case
     */
    Outcome looked(Looked command);

    /** Polls the cases that were silent for too long, and reconciles each registry's day before, once. */
    Outcome rounds(Rounds rounds);
}
