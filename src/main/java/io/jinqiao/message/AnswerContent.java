package io.jinqiao.message;

import java.util.function.Function;

/**
 * What the content of an accepting answer holds, by operation. Numbers given by us are texts of up to 40 characters.
 *
 * <p>{@code status-enquiry} has none: its answer is the reply to the message asked about.
 */
public final class AnswerContent {
    private static final int NUMBER = 40;
    private static final int MANY = 50;

    private AnswerContent() {}

    public static Shape.Group shape(Operation operation) {
        return Fields.shape(f -> read(operation, f));
    }

    /** The content of an accepting answer as its type. @throws Refusal with every problem */
    static <T> T typed(Content.Group content, Function<Fields, T> reader) {
        Fields f = Fields.of(content);
        T typed = reader.apply(f);
        f.refuseProblems();
        return typed;
    }

    /** Reads everything and keeps the problems on {@code f}. */
    public static void read(Operation operation, Fields f) {
        switch (operation) {
            case APPLICANT_CHECK -> applicantCheck(f);
            case LOAN_APPLICATION -> loanApplication(f);
            case APPLICATION_SUPPLEMENT -> supplement(f);
            case APPLICATION_WITHDRAWAL -> {
                f.text("applicationNo", 32);
                f.optionalText("acceptanceNo", NUMBER);
                f.text("state", NUMBER);
            }
            case ATTACHMENT -> attachment(f);
            case CONTRACT_SIGNED -> {
                f.text("contractNo", 30);
                f.text("applicationNo", 32);
                f.text("state", NUMBER);
            }
            case OPINION_PRINTED -> {
                f.text("printNo", 32);
                f.text("opinionNo", NUMBER);
            }
            case DISBURSEMENT_INSTRUCTION -> DisbursementInstruction.Answer.read(f);
            case DISBURSEMENT_RETURNED -> DisbursementReturned.Answer.read(f);
            case REPAYMENT_STATUS -> RepaymentStatus.Answer.read(f);
            case DEDUCTION_ORDER -> DeductionOrder.Answer.read(f);
            case DEDUCTION_RESULT -> DeductionResult.Answer.read(f);
            case COLLECTION_ORDER -> CollectionOrder.Answer.read(f);
            case COLLECTION_RECORD -> CollectionRecord.Answer.read(f);
            case PREPAYMENT_QUOTE -> PrepaymentQuote.Answer.read(f);
            case PREPAYMENT -> Prepayment.Answer.read(f);
            case RECONCILIATION -> Reconciliation.Answer.read(f);
            case SCORECARD_OBJECTION -> ScorecardObjection.Answer.read(f);
            case CONTRIBUTION_ENQUIRY -> ContributionEnquiry.Answer.read(f);
            case MORTGAGE_APPLICATION -> MortgageApplication.Answer.read(f);
            case SESSION_OPENING -> SessionOpening.Answer.read(f);
            case PROPERTY_CHECK -> PropertyCheck.Answer.read(f);
            case REGISTRATION_APPLICATION -> RegistrationApplication.Answer.read(f);
            case REGISTRATION_ENQUIRY -> RegistrationEnquiry.Answer.read(f);
            case REGISTRATION_RECONCILIATION -> RegistrationReconciliation.Answer.read(f);
            case REGISTRATION_CERTIFICATE_ENQUIRY -> RegistrationCertificate.told(f);
            case CREDIT_ENQUIRY -> CreditEnquiry.Answer.read(f);
            case REGISTRATION_MATERIAL -> RegistrationMaterial.Answer.read(f);
            case REGISTRATION_SUPPLEMENT -> RegistrationSupplement.Answer.read(f);
            case APPLICATION_RETURNED, DECISION_NOTICE, APPROVAL_OPINION, OPINION_REVOKED,
                    SETTLEMENT, RECONCILIATION_RESULT, SCORECARD, MORTGAGE_RESULT, REGISTRATION_STATUS,
                    REGISTRATION_ENTRY, REGISTRATION_CERTIFICATE -> {
                f.optionalText("receiptNo", NUMBER);
                f.optionalInstant("receivedAt");
            }
            case STATUS_ENQUIRY -> {}
        }
    }

    /** {@code not-checked}: the core system could not be asked; never to be read as passed. */
    private enum CheckOutcome {
        CHECKED,
        NOT_CHECKED
    }

    private enum PersonResult {
        ELIGIBLE,
        NOT_ELIGIBLE,
        NOT_CHECKED
    }

    private static void applicantCheck(Fields f) {
        f.word("outcome", CheckOutcome.class);
        f.optionalText("policyVersion", NUMBER);
        f.optionalMoney("indicativeAmount");
        f.rows("persons", 0, MANY, person -> {
            person.number("index", 1, MANY);
            person.word("result", PersonResult.class);
            return person.optionalText("reason", 500);
        });
    }

    private static void loanApplication(Fields f) {
        f.text("acceptanceNo", NUMBER);
        f.instant("acceptedAt");
        f.rows("findings", 0, MANY, finding -> {
            finding.text("code", NUMBER);
            finding.text("text", 500);
            return finding.optionalText("field", 200);
        });
        missingAttachments(f);
    }

    private static void supplement(Fields f) {
        f.text("applicationNo", 32);
        f.optionalText("acceptanceNo", NUMBER);
        missingAttachments(f);
    }

    private static void attachment(Fields f) {
        f.value("digest", Digest::new);
        f.number("received", 0, 999);
        f.number("chunks", 1, 999);
        f.flag("complete");
    }

    private static void missingAttachments(Fields f) {
        f.rows("missingAttachments", 0, MANY, row -> row.text("kind", NUMBER));
    }
}
