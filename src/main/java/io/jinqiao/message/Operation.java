package io.jinqiao.message;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The canonical operations: what can be said between the centre and its partners. */
public enum Operation {
    APPLICANT_CHECK(Direction.TO_CENTRE, ApplicantCheck::read),
    LOAN_APPLICATION(Direction.TO_CENTRE, LoanApplication::read),
    APPLICATION_SUPPLEMENT(Direction.TO_CENTRE, ApplicationSupplement::read),
    APPLICATION_WITHDRAWAL(Direction.TO_CENTRE, ApplicationWithdrawal::read),
    ATTACHMENT(Direction.TO_CENTRE, Attachment::read),
    CONTRACT_SIGNED(Direction.TO_CENTRE, ContractSigned::read),
    OPINION_PRINTED(Direction.TO_CENTRE, OpinionPrinted::read),
    APPLICATION_RETURNED(Direction.FROM_CENTRE, ApplicationReturned::read),
    DECISION_NOTICE(Direction.FROM_CENTRE, DecisionNotice::read),
    APPROVAL_OPINION(Direction.FROM_CENTRE, ApprovalOpinion::read),
    OPINION_REVOKED(Direction.FROM_CENTRE, OpinionRevoked::read),
    DISBURSEMENT_INSTRUCTION(Direction.FROM_CENTRE, DisbursementInstruction::read),
    DISBURSEMENT_RETURNED(Direction.TO_CENTRE, DisbursementReturned::read),
    REPAYMENT_STATUS(Direction.TO_CENTRE, RepaymentStatus::read),
    DEDUCTION_ORDER(Direction.FROM_CENTRE, DeductionOrder::read),
    DEDUCTION_RESULT(Direction.TO_CENTRE, DeductionResult::read),
    COLLECTION_ORDER(Direction.FROM_CENTRE, CollectionOrder::read),
    COLLECTION_RECORD(Direction.TO_CENTRE, CollectionRecord::read),
    PREPAYMENT_QUOTE(Direction.BOTH, PrepaymentQuote::read),
    PREPAYMENT(Direction.BOTH, Prepayment::read),
    SETTLEMENT(Direction.BOTH, Settlement::read),
    RECONCILIATION(Direction.BOTH, Reconciliation::read),
    RECONCILIATION_RESULT(Direction.BOTH, ReconciliationResult::read),
    SCORECARD(Direction.FROM_CENTRE, Scorecard::read),
    SCORECARD_OBJECTION(Direction.TO_CENTRE, ScorecardObjection::read),
    CONTRIBUTION_ENQUIRY(Direction.TO_CENTRE, ContributionEnquiry::read),
    MORTGAGE_APPLICATION(Direction.TO_CENTRE, MortgageApplication::read),
    MORTGAGE_RESULT(Direction.FROM_CENTRE, MortgageResult::read),
    PROPERTY_CHECK(Direction.FROM_CENTRE, PropertyCheck::read),
    REGISTRATION_APPLICATION(Direction.FROM_CENTRE, RegistrationApplication::read),
    REGISTRATION_ENQUIRY(Direction.FROM_CENTRE, RegistrationEnquiry::read),
    REGISTRATION_RECONCILIATION(Direction.FROM_CENTRE, RegistrationReconciliation::read),
    REGISTRATION_STATUS(Direction.TO_CENTRE, RegistrationStatus::read),
    REGISTRATION_ENTRY(Direction.TO_CENTRE, RegistrationEntry::read),
    REGISTRATION_CERTIFICATE(Direction.TO_CENTRE, RegistrationCertificate::read),
    REGISTRATION_MATERIAL(Direction.FROM_CENTRE, RegistrationMaterial::read),
    REGISTRATION_SUPPLEMENT(Direction.FROM_CENTRE, RegistrationSupplement::read),
    SESSION_OPENING(Direction.BOTH, SessionOpening::read),
    STATUS_ENQUIRY(Direction.BOTH, StatusEnquiry::read),
    REGISTRATION_CERTIFICATE_ENQUIRY(Direction.FROM_CENTRE, RegistrationCertificateEnquiry::read),
    CREDIT_ENQUIRY(Direction.FROM_CENTRE, CreditEnquiry::read);

    /** Who speaks first. */
    public enum Direction {
        TO_CENTRE,
        FROM_CENTRE,
        BOTH
    }

    private final Direction direction;
    private final Function<Fields, CanonicalMessage> reader;

    Operation(Direction direction, Function<Fields, CanonicalMessage> reader) {
        this.direction = direction;
        this.reader = reader;
    }

    /** The name in files, routes and the journal, such as {@code loan-application}. */
    public String id() {
        return Words.of(this);
    }

    public Direction direction() {
        return direction;
    }

    /** Whether the pipe itself asks and answers it, so that there is no route for it. */
    public boolean ofThePipe() {
        return this == SESSION_OPENING || this == STATUS_ENQUIRY;
    }

    /**
     * Reads a typed message; problems found further out may already be on the reader's list.
     *
     * @throws Refusal with every problem at once
     */
    public CanonicalMessage read(Fields fields) {
        return reader.apply(fields);
    }

    public CanonicalMessage read(Content.Group content) {
        return read(Fields.of(content));
    }

    /** The places its content has. */
    public Shape.Group shape() {
        return Fields.shape(reader::apply);
    }

    /** The same between partners who agreed on these operations: a place that names an operation names one of them. */
    public Shape.Group shape(Set<Operation> agreed) {
        List<String> all = Arrays.stream(values()).map(Operation::id).toList();
        List<String> some = Arrays.stream(values()).filter(agreed::contains).map(Operation::id).toList();
        Map<String, Shape> members = new LinkedHashMap<>();
        shape().members().forEach((name, member) -> members.put(
                name,
                member instanceof Shape.Leaf leaf && leaf.words().equals(all)
                        ? new Shape.Leaf(leaf.type(), leaf.required(), leaf.max(), some)
                        : member));
        return new Shape.Group(members, true);
    }

    /** @throws IllegalArgumentException naming the known ones */
    public static Operation of(String id) {
        return Arrays.stream(values())
                .filter(o -> o.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation '" + id + "'; known: "
                        + Arrays.stream(values()).map(Operation::id).toList()));
    }
}
