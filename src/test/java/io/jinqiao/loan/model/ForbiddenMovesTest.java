package io.jinqiao.loan.model;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.model.Loans.APPROVER;
import static io.jinqiao.loan.model.Loans.CASHIER;
import static io.jinqiao.loan.model.Loans.EXISTING;
import static io.jinqiao.loan.model.Loans.PRE_SOLD;
import static io.jinqiao.loan.model.Loans.REVIEWER;
import static io.jinqiao.loan.model.Loans.loan;
import static io.jinqiao.loan.model.Loans.readyToPay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jinqiao.loan.LoanWord;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan.Stage;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ForbiddenMovesTest {

    static Stream<Arguments> everyState() {
        return Stream.of(
                arguments("accepted", Loans.in(DecisionTrack.ACCEPTED), Set.of(
                        "review-initial", "give-back", "start-wait", "withdraw", "record-piece")),
                arguments("initial-reviewed", Loans.in(DecisionTrack.INITIAL_REVIEWED), Set.of(
                        "review-initial", "review-second", "reject", "give-back", "start-wait", "withdraw", "record-piece")),
                arguments("second-reviewed", Loans.in(DecisionTrack.SECOND_REVIEWED), Set.of(
                        "review-second", "approve", "reject", "give-back", "start-wait", "withdraw", "record-piece")),
                arguments("approved", Loans.in(DecisionTrack.APPROVED), Set.of(
                        "withdraw", "revoke", "expire", "print", "sign", "record-piece")),
                arguments("revoked", Loans.in(DecisionTrack.REVOKED), Set.of(
                        "review-second", "reject", "give-back", "start-wait", "withdraw", "record-piece")),
                arguments("rejected", Loans.in(DecisionTrack.REJECTED), Set.of()),
                arguments("expired", Loans.in(DecisionTrack.EXPIRED), Set.of()),
                arguments("withdrawn", Loans.in(DecisionTrack.WITHDRAWN), Set.of()),
                arguments("returned", paused(DecisionTrack.SECOND_REVIEWED, Loans.RETURNED), Set.of(
                        "supplement", "withdraw", "record-piece")),
                arguments("waiting", paused(DecisionTrack.SECOND_REVIEWED, Loans.WAITING), Set.of(
                        "end-wait", "withdraw", "record-piece")),
                arguments("signed", approved(ContractTrack.SIGNED, SecurityTrack.HELD, MoneyTrack.NONE), Set.of(
                        "withdraw", "revoke", "print", "seal", "release", "record-piece")),
                arguments("in force", approved(ContractTrack.IN_FORCE, SecurityTrack.HELD, MoneyTrack.NONE), Set.of(
                        "withdraw", "revoke", "print", "submit-mortgage", "release", "record-piece")),
                arguments("submitted", approved(ContractTrack.IN_FORCE, SecurityTrack.SUBMITTED, MoneyTrack.NONE), Set.of("hold",
                        "take-back", "withdraw", "print", "record-piece", "release")),
                arguments("ready to pay", readyToPay(), Set.of(
                        "take-back", "withdraw", "revoke", "print", "release", "record-piece", "propose-money")),
                arguments("money approved", money(MoneyTrack.APPROVED), Set.of(
                        "take-back", "withdraw", "revoke", "print", "record-piece", "send-money")),
                arguments("money sent", money(MoneyTrack.SENT), Set.of("take-back", "print", "record-piece")),
                arguments("money unknown", money(MoneyTrack.UNKNOWN), Set.of("take-back", "print", "record-piece")),
                arguments("money failed", money(MoneyTrack.FAILED), Set.of(
                        "take-back", "withdraw", "revoke", "print", "release", "record-piece", "propose-money")),
                arguments("repaying", money(MoneyTrack.REPAYING), Set.of("take-back", "print", "record-piece", "propose-settlement")),
                arguments("settled", money(MoneyTrack.SETTLED), Set.of("take-back", "print", "release", "record-piece")));
    }

    private static Loan paused(DecisionTrack decision, Pause pause) {
        return loan(decision, pause, ContractTrack.NONE, SecurityTrack.HELD, MoneyTrack.NONE);
    }

    private static Loan approved(ContractTrack contract, SecurityTrack security, MoneyTrack money) {
        return loan(DecisionTrack.APPROVED, null, contract, security, money);
    }

    private static Loan money(MoneyTrack money) {
        return loan(
                DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, SecurityTrack.REGISTERED, money, Loans.ALL_HERE, EXISTING,
                Set.of(SecurityPiece.MORTGAGE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyState")
    void allowsExactlyTheseMoves(String state, Loan loan, Set<String> allowed) {
        Set<String> possible = new TreeSet<>();
        Loans.moves(loan).forEach((name, move) -> {
            if (refused(() -> assertThat(move.on(loan).events()).isNotEmpty()) == null) {
                possible.add(name);
            }
        });
        assertThat(possible).isEqualTo(new TreeSet<>(allowed));
    }

    static @Nullable FailureCode refused(Runnable work) {
        try {
            work.run();
            return null;
        } catch (Refusal refusal) {
            return refusal.problems().get(0).code();
        }
    }

    // --- every pair of states of every track that its table does not name

    @Test
    void changesTheDecisionOnlyAsItsTableSays() {
        pairs(DecisionTrack.values(), DecisionTrack::next, (from, to) -> new Change(
                        loan(from, null, ContractTrack.NONE, SecurityTrack.NONE, MoneyTrack.NONE))
                .decision(to));
    }

    @Test
    void changesTheContractOnlyAsItsTableSays() {
        pairs(ContractTrack.values(), ContractTrack::next, (from, to) -> new Change(
                        loan(DecisionTrack.APPROVED, null, from, SecurityTrack.NONE, MoneyTrack.NONE))
                .contract(to));
    }

    @Test
    void changesTheSecurityOnlyAsItsTableSays() {
        pairs(SecurityTrack.values(), SecurityTrack::next, (from, to) -> new Change(
                        loan(DecisionTrack.APPROVED, null, ContractTrack.NONE, from, MoneyTrack.NONE))
                .security(to));
    }

    @Test
    void changesTheMoneyOnlyAsItsTableSays() {
        pairs(MoneyTrack.values(), MoneyTrack::next, (from, to) -> new Change(
                        loan(DecisionTrack.APPROVED, null, ContractTrack.NONE, SecurityTrack.NONE, from))
                .money(to));
    }

    private static <T> void pairs(T[] all, Function<T, Set<T>> next, BiConsumer<T, T> change) {
        for (T from : all) {
            List<T> possible = Arrays.stream(all).filter(to -> refused(() -> change.accept(from, to)) == null).toList();
            assertThat(possible).as("after " + from).containsExactlyInAnyOrderElementsOf(next.apply(from));
        }
    }

    @Test
    void neitherPausesTwiceNorResumesWhatRuns() {
        Loan returned = paused(DecisionTrack.ACCEPTED, Loans.RETURNED);
        assertThat(refused(() -> new Change(returned).pause(Loans.WAITING))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        assertThat(refused(() -> new Change(Loans.in(DecisionTrack.ACCEPTED)).pause(null)))
                .isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
    }

    @Test
    void isPaidOffOnlyOnTwoPeoplesWord() {
        Loan repaying = money(MoneyTrack.REPAYING);
        assertThat(refused(() -> new ConfirmSettlement("x", APPROVER).on(repaying))).as("nobody proposed it").isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        Loan proposed = new ProposeSettlement("x", CASHIER).on(repaying).loan();
        assertThat(proposed.money()).isEqualTo(MoneyTrack.REPAYING);
        assertThat(refused(() -> new ConfirmSettlement("x", CASHIER).on(proposed))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(new ConfirmSettlement("x", APPROVER).on(proposed).loan().money()).isEqualTo(MoneyTrack.SETTLED);
        Loan overdue = new ChangeMoney(MoneyTrack.OVERDUE, "x").on(proposed).loan();
        assertThat(refused(() -> new ConfirmSettlement("x", APPROVER).on(overdue))).as("what was proposed before is proposed no more").isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(() -> new ProposeSettlement("x", CASHIER).on(money(MoneyTrack.DISBURSED)))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
    }

    @Test
    void isTheLoanOfTheApplicationItWasTakenFrom() {
        assertThat(Loans.in(DecisionTrack.ACCEPTED).applicationNo()).isEqualTo(Loans.APPLICATION.applicationNo());
    }

    // --- gates

    @Test
    void reviewsNothingWhileAScanIsMissing() {
        Loan loan = loan(
                DecisionTrack.ACCEPTED, null, ContractTrack.NONE, SecurityTrack.NONE, MoneyTrack.NONE,
                new Scans(List.of("identity-card"), Set.of()), EXISTING, Set.of());
        assertThat(refused(() -> new Review(Stage.INITIAL, true, REVIEWER).on(loan)))
                .isEqualTo(FailureCode.ATTACHMENTS_MISSING);
        Loan reviewed = loan(
                DecisionTrack.SECOND_REVIEWED, null, ContractTrack.NONE, SecurityTrack.NONE, MoneyTrack.NONE,
                new Scans(List.of("income-proof"), Set.of()), EXISTING, Set.of());
        assertThat(refused(() -> new Approve(Loans.approval(1), "N", APPROVER).on(reviewed)))
                .isEqualTo(FailureCode.ATTACHMENTS_MISSING);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void letsNeitherReviewerApproveOrReject(Stage stage) {
        Loan before = stage == Stage.INITIAL ? Loans.in(DecisionTrack.ACCEPTED) : Loans.in(DecisionTrack.INITIAL_REVIEWED);
        Officer li = new Officer("li", "reviewer");
        Loan loan = new Review(stage, true, li).on(before).loan();
        Loan ready = stage == Stage.INITIAL ? new Review(Stage.SECOND, true, REVIEWER).on(loan).loan() : loan;
        Loan again = new Review(Stage.SECOND, true, CASHIER).on(ready).loan();
        assertThat(refused(() -> new Approve(Loans.approval(1), "N", li).on(again)))
                .isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(() -> new Approve(Loans.approval(1), "N", li).on(ready)))
                .isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(() -> new Reject("r", "N", DAY, li).on(ready))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(() -> new Approve(Loans.approval(1), "N", APPROVER).on(ready))).isNull();
    }

    @Test
    void letsNobodyDoBothReviewsInWhateverLetters() {
        Loan reviewed = new Review(Stage.INITIAL, true, new Officer("Wang Li", "reviewer")).on(Loans.in(DecisionTrack.ACCEPTED)).loan();
        for (String spelling : List.of("wangli", "WANG  LI", "\uFF37ang Li", "wang\u200Bli", "wang\u3000li")) {
            assertThat(refused(() -> new Review(Stage.SECOND, true, new Officer(spelling, "reviewer")).on(reviewed)))
                    .as(spelling)
                    .isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        }
        assertThat(refused(() -> new Review(Stage.SECOND, true, REVIEWER).on(reviewed))).isNull();
    }

    /** One program that names three officers is one person's word. */
    @Test
    void letsNoCallerDecideWhatItBroughtAReviewOf() {
        Loan initial = new Review(Stage.INITIAL, true, new Officer("wang", "approver", "api:core"))
                .on(Loans.in(DecisionTrack.ACCEPTED)).loan();
        Loan second = new Review(Stage.SECOND, true, new Officer("li", "reviewer", "api:other")).on(initial).loan();
        for (String caller : List.of("api:core", "api:other", "API:CORE")) {
            Officer zhao = new Officer("zhao", "approver", caller);
            assertThat(refused(() -> new Approve(Loans.approval(1), "N", zhao).on(second)))
                    .isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
            assertThat(refused(() -> new Reject("r", "N", DAY, zhao).on(second))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        }
        Step approved = new Approve(Loans.approval(1), "N", new Officer("zhao", "approver", "api:third")).on(second);
        assertThat(approved.events().get(0).detail()).containsEntry("caller", "api:third");
    }

    @Test
    void decidesNothingWhoseReviewsCallersNobodyWroteDown() {
        Loan before = Loans.in(DecisionTrack.SECOND_REVIEWED);
        Loan unknown = before.change().reviews(new Reviews("chen", "wang", true, Set.of("chen", "wang"), Set.of())).done().loan();
        assertThat(refused(() -> new Approve(Loans.approval(1), "N", APPROVER).on(unknown)))
                .isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        Loan again = new Review(Stage.SECOND, true, REVIEWER).on(unknown).loan();
        assertThat(refused(() -> new Approve(Loans.approval(1), "N", APPROVER).on(again))).isNull();
    }

    @Test
    void paysNothingBeforeTheSchemesSecurityIsComplete() {
        Set<SecurityPiece> inHand = Set.of(SecurityPiece.MORTGAGE_PRE_NOTICE, SecurityPiece.PROJECT_ADMITTED);
        Loan loan = loan(
                DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, SecurityTrack.PRE_NOTICED, MoneyTrack.NONE, Loans.ALL_HERE,
                PRE_SOLD, inHand);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new ProposeMoney(CASHIER).on(loan));
        assertThat(refusal.problems().get(0).code()).isEqualTo(FailureCode.SECURITY_INCOMPLETE);
        assertThat(refusal.problems().get(0).arguments()).containsExactly("stage-guarantee");
        Loan guaranteed = new RecordPiece(SecurityPiece.STAGE_GUARANTEE, "G-1", CASHIER).on(loan).loan();
        assertThat(refused(() -> new ProposeMoney(CASHIER).on(guaranteed))).isNull();
    }

    @Test
    void neverReadsAPreNoticeAsAMortgage() {
        Loan submitted = approved(ContractTrack.IN_FORCE, SecurityTrack.SUBMITTED, MoneyTrack.NONE);
        Loan noticed = new ChangeSecurity(SecurityTrack.PRE_NOTICED, "x").on(submitted).loan();
        assertThat(refused(() -> new ProposeMoney(CASHIER).on(noticed))).isEqualTo(FailureCode.SECURITY_INCOMPLETE);
        assertThat(refused(() -> new RecordPiece(SecurityPiece.MORTGAGE, "x", CASHIER).on(noticed)))
                .isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        Loan converted = new ChangeSecurity(SecurityTrack.CONVERTED, "x").on(noticed).loan();
        assertThat(refused(() -> new ProposeMoney(CASHIER).on(converted))).isNull();
    }

    @ParameterizedTest
    @EnumSource(value = SecurityTrack.class, names = {"PRE_NOTICED", "REGISTERED", "CONVERTED"})
    void closesTheGateAgainWhenTheRegistryTakesAnEntryOff(SecurityTrack entered) {
        Loan secured = loan(
                DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, entered, MoneyTrack.APPROVED, Loans.ALL_HERE, PRE_SOLD,
                Set.of(SecurityPiece.MORTGAGE, SecurityPiece.MORTGAGE_PRE_NOTICE, SecurityPiece.STAGE_GUARANTEE, SecurityPiece.PROJECT_ADMITTED));
        assertThat(refused(() -> new ChangeMoney(MoneyTrack.SENT, "x").on(secured))).isNull();
        Loan taken = new ChangeSecurity(SecurityTrack.NONE, "x").on(secured).loan();
        assertThat(taken.pieces()).containsExactlyInAnyOrder(SecurityPiece.STAGE_GUARANTEE, SecurityPiece.PROJECT_ADMITTED);
        assertThat(refused(() -> new ChangeMoney(MoneyTrack.SENT, "x").on(taken))).isEqualTo(FailureCode.SECURITY_INCOMPLETE);
    }

    @Test
    void endsTheStageGuaranteeWhenThePreNoticeIsConverted() {
        Loan noticed = loan(
                DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, SecurityTrack.PRE_NOTICED, MoneyTrack.REPAYING,
                Loans.ALL_HERE, PRE_SOLD, PRE_SOLD.requires());
        Loan converted = new ChangeSecurity(SecurityTrack.CONVERTED, "x").on(noticed).loan();
        assertThat(converted.pieces()).containsExactlyInAnyOrder(SecurityPiece.MORTGAGE, SecurityPiece.PROJECT_ADMITTED);
        assertThat(PRE_SOLD.missing(converted.pieces())).isEmpty();
    }

    /** The contract they were signed with is void, and the next one may be about more. */
    @Test
    void takesWithAnOpinionWhatWasSignedForItsContract() {
        Loan secured = loan(
                DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, SecurityTrack.PRE_NOTICED, MoneyTrack.NONE, Loans.ALL_HERE, PRE_SOLD, Set.of(SecurityPiece.values()));
        assertThat(new Revoke("zhao").on(secured).loan().pieces()).containsExactly(SecurityPiece.PROJECT_ADMITTED);
    }

    @Test
    void paysOnlyWhatTwoPeopleApproved() {
        Loan ready = readyToPay();
        assertThat(refused(() -> new ConfirmMoney(CASHIER).on(ready))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        assertThat(refused(() -> new ChangeMoney(MoneyTrack.APPROVED, "x").on(ready)))
                .isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        Loan proposed = new ProposeMoney(CASHIER).on(ready).loan();
        assertThat(refused(() -> new ConfirmMoney(new Officer("QIAN", "approver")).on(proposed)))
                .isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        Loan approved = new ConfirmMoney(APPROVER).on(proposed).loan();
        assertThat(approved.money()).isEqualTo(MoneyTrack.APPROVED);
        assertThat(approved.moneyProposedBy()).isNull();
    }

    @Test
    void asksForTwoPeopleAgainWhenAPaymentCameBack() {
        Loan returned = money(MoneyTrack.RETURNED);
        assertThat(refused(() -> new ChangeMoney(MoneyTrack.SENT, "x").on(returned))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        assertThat(refused(() -> new ConfirmMoney(APPROVER).on(returned))).isEqualTo(FailureCode.DUTIES_NOT_SEPARATED);
        Loan proposed = new ProposeMoney(CASHIER).on(returned).loan();
        assertThat(new ConfirmMoney(APPROVER).on(proposed).loan().money()).isEqualTo(MoneyTrack.APPROVED);
    }

    @Test
    void asksEveryGateAgainWhenThePaymentIsConfirmedAndWhenItIsSent() {
        Loan lost = loan(
                DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, SecurityTrack.REGISTERED, MoneyTrack.APPROVED,
                Loans.ALL_HERE, EXISTING, Set.of());
        assertThat(refused(() -> new ConfirmMoney(APPROVER).on(lost))).isEqualTo(FailureCode.SECURITY_INCOMPLETE);
        assertThat(refused(() -> new ChangeMoney(MoneyTrack.SENT, "x").on(lost))).isEqualTo(FailureCode.SECURITY_INCOMPLETE);
        Loan unsigned = loan(
                DecisionTrack.APPROVED, null, ContractTrack.SEALED, SecurityTrack.REGISTERED, MoneyTrack.APPROVED,
                Loans.ALL_HERE, EXISTING, Set.of(SecurityPiece.MORTGAGE));
        assertThat(refused(() -> new ChangeMoney(MoneyTrack.SENT, "x").on(unsigned))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
    }

    @Test
    void keepsTheSecurityWhileAnythingIsOwed() {
        for (MoneyTrack owed : List.of(MoneyTrack.APPROVED, MoneyTrack.SENT, MoneyTrack.UNKNOWN, MoneyTrack.OVERDUE)) {
            assertThat(refused(() -> new ChangeSecurity(SecurityTrack.RELEASED, "x").on(money(owed))))
                    .isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        }
    }

    @Test
    void sendsTheHeldRequestOnlyWithAContractInForce() {
        assertThat(refused(() -> new ChangeSecurity(SecurityTrack.SUBMITTED, "x").on(Loans.in(DecisionTrack.APPROVED))))
                .isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        assertThat(refused(() -> new ChangeSecurity(SecurityTrack.DESTROYED, "x").on(Loans.in(DecisionTrack.APPROVED))))
                .isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
    }

    @Test
    void proposesAndConfirmsNoPaymentBeforeTheContractIsInForce() {
        Loan unsealed = loan(
                DecisionTrack.APPROVED, null, ContractTrack.SIGNED, SecurityTrack.REGISTERED, MoneyTrack.NONE, Loans.ALL_HERE,
                EXISTING, Set.of(SecurityPiece.MORTGAGE));
        assertThat(refused(() -> new ProposeMoney(CASHIER).on(unsealed))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
        Loan proposed = unsealed.change().moneyProposedBy("qian").done().loan();
        assertThat(refused(() -> new ConfirmMoney(APPROVER).on(proposed))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
    }

    @Test
    void takesNoSupplementForADecisionThatHasEnded() {
        Loan ended = paused(DecisionTrack.REJECTED, Loans.RETURNED);
        assertThat(refused(() -> new Supplement("S-1", 0).on(ended))).isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
    }

    @Test
    void approvesNothingThatWasNotRecommended() {
        Loan loan = new Review(Stage.SECOND, false, REVIEWER).on(Loans.in(DecisionTrack.INITIAL_REVIEWED)).loan();
        assertThat(refused(() -> new Approve(Loans.approval(1), "N", APPROVER).on(loan)))
                .isEqualTo(FailureCode.LOAN_STATE_FORBIDS);
    }

    @Test
    void remembersWhoDidWhichReview() {
        Loan initial = new Review(Stage.INITIAL, true, new Officer("li", "reviewer")).on(Loans.in(DecisionTrack.ACCEPTED)).loan();
        Loan second = new Review(Stage.SECOND, true, new Officer("sun", "reviewer")).on(initial).loan();
        assertThat(new Review(Stage.INITIAL, true, REVIEWER).on(Loans.in(DecisionTrack.ACCEPTED)).events())
                .extracting(LoanEvent::type)
                .containsExactly(LoanEvent.Type.INITIAL_REVIEWED);
        assertThat(new Review(Stage.SECOND, true, REVIEWER).on(initial).events())
                .extracting(LoanEvent::type)
                .containsExactly(LoanEvent.Type.SECOND_REVIEWED);
        assertThat(second.reviews().initial()).isEqualTo("li");
        assertThat(second.reviews().second()).isEqualTo("sun");
        assertThat(second.decision()).isEqualTo(DecisionTrack.SECOND_REVIEWED);
    }

    @Test
    void destroysTheHeldRequestWithEveryEndingAndSubmitsItWithTheContract() {
        Loan approved = Loans.in(DecisionTrack.APPROVED);
        for (Step end : List.of(
                new Withdraw("OP").on(approved),
                new Expire(DAY.plusDays(95), DAY.plusDays(93)).on(approved),
                new Reject("r", "N", DAY, APPROVER).on(Loans.in(DecisionTrack.SECOND_REVIEWED)))) {
            assertThat(end.loan().security()).isEqualTo(SecurityTrack.DESTROYED);
            assertThat(end.events()).extracting(LoanEvent::type).contains(LoanEvent.Type.SECURITY_DESTROYED);
        }
        Loan signed = approved(ContractTrack.SIGNED, SecurityTrack.HELD, MoneyTrack.NONE);
        assertThat(new Seal("JK-1", APPROVER).on(signed).events())
                .extracting(LoanEvent::type)
                .contains(LoanEvent.Type.CONTRACT_IN_FORCE, LoanEvent.Type.SECURITY_TO_SUBMIT);
        Loan without = approved(ContractTrack.SIGNED, SecurityTrack.NONE, MoneyTrack.NONE);
        assertThat(new Seal("JK-1", APPROVER).on(without).events())
                .extracting(LoanEvent::type)
                .doesNotContain(LoanEvent.Type.SECURITY_TO_SUBMIT);
    }

    @Test
    void voidsTheContractWithItsOpinionAndTakesTheApprovedPaymentBack() {
        Loan loan = money(MoneyTrack.APPROVED);
        for (Step back : List.of(new Revoke("zhao").on(loan), new Withdraw("OP").on(loan))) {
            assertThat(back.loan().contract()).isEqualTo(ContractTrack.VOID);
            assertThat(back.loan().money()).isEqualTo(MoneyTrack.NONE);
            assertThat(back.events()).extracting(LoanEvent::type).contains(LoanEvent.Type.CONTRACT_VOID);
        }
        assertThat(new Revoke("zhao").on(Loans.in(DecisionTrack.APPROVED)).events())
                .extracting(LoanEvent::type)
                .doesNotContain(LoanEvent.Type.CONTRACT_VOID);
    }

    @Test
    void keepsAnApprovalUntilBothItsLastDays() {
        Loan approved = Loans.in(DecisionTrack.APPROVED);
        LocalDate validTo = Loans.approval(1).validTo();
        assertThat(refused(() -> new Expire(validTo, validTo.minusDays(1)).on(approved))).isNotNull();
        assertThat(refused(() -> new Expire(validTo.plusDays(3), validTo.plusDays(3)).on(approved))).isNotNull();
        assertThat(refused(() -> new Expire(validTo.plusDays(4), validTo.plusDays(3)).on(approved))).isNull();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                arguments(Loans.in(DecisionTrack.ACCEPTED), LoanWord.IN_INITIAL_REVIEW),
                arguments(Loans.in(DecisionTrack.APPROVED), LoanWord.APPROVED),
                arguments(Loans.in(DecisionTrack.REVOKED), LoanWord.REVOKED),
                arguments(paused(DecisionTrack.ACCEPTED, Loans.RETURNED), LoanWord.RETURNED),
                arguments(paused(DecisionTrack.ACCEPTED, Loans.WAITING), LoanWord.WAITING_FOR_FUNDS),
                arguments(
                        loan(
                                DecisionTrack.ACCEPTED, null, ContractTrack.NONE, SecurityTrack.NONE, MoneyTrack.NONE,
                                new Scans(List.of("x"), Set.of()), EXISTING, Set.of()),
                        LoanWord.ATTACHMENTS_MISSING),
                arguments(approved(ContractTrack.SEALED, SecurityTrack.HELD, MoneyTrack.NONE), LoanWord.CONTRACT_SIGNED),
                arguments(approved(ContractTrack.IN_FORCE, SecurityTrack.HELD, MoneyTrack.NONE), LoanWord.SECURITY_PENDING),
                arguments(readyToPay(), LoanWord.READY_TO_PAY),
                arguments(money(MoneyTrack.UNKNOWN), LoanWord.PAYMENT_UNKNOWN),
                arguments(money(MoneyTrack.SETTLED), LoanWord.SETTLED),
                arguments(
                        loan(DecisionTrack.APPROVED, null, ContractTrack.IN_FORCE, SecurityTrack.RELEASED, MoneyTrack.SETTLED),
                        LoanWord.RELEASED));
    }

    @ParameterizedTest
    @MethodSource("words")
    void saysWhereALoanStandsInOneWord(Loan loan, LoanWord word) {
        assertThat(LoanWords.of(loan)).isEqualTo(word);
    }

    @Test
    void tellsOneWordForEveryState() {
        Set<LoanWord> words = new TreeSet<>();
        everyState().forEach(a -> words.add(LoanWords.of((Loan) a.get()[1])));
        assertThat(words).hasSizeGreaterThanOrEqualTo(15);
        for (MoneyTrack money : MoneyTrack.values()) {
            assertThat(LoanWords.of(money(money)).both()).isNotBlank();
        }
    }
}
