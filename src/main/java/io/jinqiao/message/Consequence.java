package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one room decided and another must hear, between a loan, its cases at the registry and the ledger of its repayments. Goes along with an {@link Outcome} through the route,
 * within one commit, and never leaves the house.
 */
public sealed interface Consequence {
    PartnerId bank();

    /** The bank's number of the application. */
    String applicationNo();

    /** An application was accepted: the register is asked, and a request that came with it is prepared. @param message what brought it */
    record Accepted(PartnerId bank, MessageId message, LoanApplication application) implements Consequence {
        @Override
        public String applicationNo() {
            return application.applicationNo();
        }
    }

    /**
     * The loan is approved and its contract in force: what is held may be filed.
     *
     * @param contractNo loan contract, which holds the mortgage clause
     * @param amount approved amount
     * @param months approved term
     * @param opinionNo the approval
     */
    record InForce(PartnerId bank, String applicationNo, String contractNo, LocalDate signedOn, Money amount, int months, String opinionNo) implements Consequence {}

    /** The bank paid the loan out: from then on it tells of what falls due. */
    record Disbursed(PartnerId bank, String applicationNo, DisbursementInstruction instruction, DisbursementInstruction.Answer answer) implements Consequence {}

    /** A payment came back whole: nothing falls due until the loan is paid out again. */
    record Returned(PartnerId bank, DisbursementReturned returned) implements Consequence {
        @Override
        public String applicationNo() {
            return returned.applicationNo();
        }
    }

    /** The application was rejected, withdrawn, or its approval expired, or the loan is paid off or its payment reversed: what is held is destroyed. @param how one of these words */
    record Ended(PartnerId bank, String applicationNo, String how) implements Consequence {}

    /** Scans of the loan that are wholly here. */
    record Scanned(PartnerId bank, String applicationNo, List<AttachmentRef> here) implements Consequence {
        public Scanned {
            here = List.copyOf(here);
        }
    }

    /** The bank handed in more than its loan waits for: a case at the registry may. @param state of the loan, in a word */
    record Supplemented(PartnerId bank, MessageId message, ApplicationSupplement supplement, List<AttachmentRef> here, String state) implements Consequence {
        public Supplemented {
            here = List.copyOf(here);
        }

        @Override
        public String applicationNo() {
            return supplement.applicationNo();
        }
    }

    /** A message to a registry goes out once the loan has put its scans in. */
    record Wanted(PartnerId bank, String applicationNo, PartnerId registry, NeedsScans message) implements Consequence {}

    /**
     * The register was heard about the home.
     *
     * @param checkNo number of the question
     * @param hindrances what keeps it from being clean, such as {@code seizure:in-the-way}; no personal data
     */
    record Checked(PartnerId bank, String applicationNo, String checkNo, Clearance.Verdict verdict, List<String> hindrances) implements Consequence {
        public Checked {
            hindrances = List.copyOf(hindrances);
        }
    }

    /**
     * How far the registry secures the loan, after everything it told.
     *
     * @param reference number of the case it follows from
     * @param filedAt when what stands in the register was applied for; null: nothing stands there
     * @param opinionNo approval it was applied for; null: nothing stands there, or nobody compared it with one
     */
    record Secured(PartnerId bank, String applicationNo, State state, String reference, @Nullable Instant filedAt, @Nullable String opinionNo) implements Consequence {
        public Secured(PartnerId bank, String applicationNo, State state, String reference) {
            this(bank, applicationNo, state, reference, null, null);
        }

        public enum State {
            /** no case, or none that came to anything */
            NONE,
            /** a request is here and waits */
            HELD,
            SUBMITTED,
            /** a pre-notice of the mortgage; never reads as a mortgage */
            PRE_NOTICED,
            REGISTERED,
            /** a pre-notice that became a mortgage */
            CONVERTED,
            /** cancelled in the register */
            RELEASED
        }
    }
}
