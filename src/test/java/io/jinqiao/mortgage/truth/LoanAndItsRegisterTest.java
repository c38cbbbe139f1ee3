package io.jinqiao.mortgage.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jinqiao.console.facts.CaseFacts;
import io.jinqiao.loan.Applications;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.PayLoan;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.loan.SealContract;
import io.jinqiao.loan.SecureLoan;
import io.jinqiao.loan.desk.Desk;
import io.jinqiao.message.Answered;
import io.jinqiao.message.ApplicationSupplement;
import io.jinqiao.message.ApplicationWithdrawal;
import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.CertificateNumber;
import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Identity;
import io.jinqiao.message.Incoming;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.Accounts.PayeeKind;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.MessageId;
import io.jinqiao.message.Money;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.MortgageResult;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.PropertyCheck;
import io.jinqiao.message.Refusal;
import io.jinqiao.message.RegisterEntry;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.RegistrationCertificateEnquiry;
import io.jinqiao.message.RegistrationEnquiry;
import io.jinqiao.message.RegistrationEntry;
import io.jinqiao.message.RegistrationReconciliation;
import io.jinqiao.message.RegistrationState;
import io.jinqiao.message.RegistrationStatus;
import io.jinqiao.message.RegistrationSupplement;
import io.jinqiao.message.Reply;
import io.jinqiao.message.RevokeOpinion;
import io.jinqiao.message.UnitRights;
import io.jinqiao.message.UnitNumber;
import io.jinqiao.message.Words;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.message.FileCase;
import io.jinqiao.mortgage.Looked;
import io.jinqiao.mortgage.Rounds;
import io.jinqiao.mortgage.desk.Doors;
import io.jinqiao.mortgage.model.Forwarded;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One loan and what the register has of it, on the real desks of both rooms: what shuts its gate, who it waits for, and that there is a way on. */
class LoanAndItsRegisterTest {
    private static final String MORTGAGEE = "虚构市住房公积金管理中心";

    private static final Officer CASHIER = new Officer("qian", "approver");
    private static final Party DEVELOPER = new Party(Party.Role.DEVELOPER, "虚构开发有限公司", new Identity(Identity.Type.CREDIT_CODE, "12371300MB2H1K085U"), null, null, null);

    private final Desk desk = new Desk();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Doors doors = new Doors(desk.database, desk.clock, () -> new MessageId("Q" + numbers.incrementAndGet()), TrueRegistry::verified);
    private final List<CanonicalMessage> out = new ArrayList<>();
    private LoanApplication application;
    private String no;
    private ApprovedLoan approved;
    private boolean preSold;

    @AfterEach
    void close() {
        desk.close();
    }

    // --- what was entered and taken off

    @Test
    void aChangeThatWasRegisteredAndTakenOffShutsTheGateThoughItsEntryWasNeverTold() {
        RegisterEntry entry = mortgaged();
        assertThat(gate()).isEqualTo("ready-to-pay/registered");

        assertThat(ask(Kind.CHANGE, approved.amount(), proof(entry))).isEqualTo("taken");
        clean();
        RegistrationApplication change = lastApplication();
        state(change, "SL2", RegistrationState.REGISTERED);
        assertThat(gate()).as("what it changed is not told yet").isEqualTo("security-pending/none");
        state(change, "SL2", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/none");
        assertThat(waiting()).anyMatch(one -> one.startsWith("case " + change.caseNo()));
    }

    @Test
    void aChangeOfWhichOnlyTheTakingOffIsToldShutsTheGate() {
        RegisterEntry entry = mortgaged();
        ask(Kind.CHANGE, approved.amount(), proof(entry));
        clean();
        state(lastApplication(), "SL2", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/none");
    }

    @Test
    void aChangeWhoseEntryComesAfterItsStateOpensTheGateAgain() {
        RegisterEntry entry = mortgaged();
        ask(Kind.CHANGE, approved.amount(), proof(entry));
        clean();
        RegistrationApplication change = lastApplication();
        state(change, "SL2", RegistrationState.REGISTERED);
        enters(change, entered(change), "SL2");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    @Test
    void aChangeThatWasTakenOffIsAppliedForAnewAndTheGateOpens() {
        RegisterEntry entry = mortgaged();
        takenOff(entry);
        assertThat(ask(Kind.CHANGE, approved.amount(), proof(entry))).isEqualTo("taken");
        clean();
        RegistrationApplication again = lastApplication();
        enters(again, entered(again), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    @Test
    void aMortgageEnteredAfterAChangeThatWasTakenOffStandsForItself() {
        takenOff(mortgaged());
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
        clean();
        RegistrationApplication again = lastApplication();
        enters(again, entered(again), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    /** Its own mortgage stands in the way of a second one. */
    @Test
    void aMortgageThatWaitsForItselfGivesWayToTheChangeThatPutsItRight() {
        RegisterEntry entry = mortgaged();
        takenOff(entry);
        doors.inService.clear();
        assertThat(hold(request(Kind.MORTGAGE, approved.amount(), null))).isEqualTo("held");
        assertThat(gate()).isEqualTo("security-pending/held");
        doors.inService.add(Doors.CITY);
        out.clear();
        RegistrationApplication again = change(entry);
        assertThat(told()).singleElement().asString().contains(" refused ");
        enters(again, entered(again), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    @Test
    void aLaterChangeSaysNothingOfATroubleThatCameAfterIt() {
        RegisterEntry entry = mortgaged();
        RegistrationApplication first = change(entry);
        enters(first, entered(first), "SL2");
        pass(Duration.ofHours(1));
        RegistrationApplication second = change(entry);
        enters(second, entered(second), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        state(first, "SL2", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/none");
    }

    @Test
    void aLoanIsPaidOffAndItsMortgageCancelledThoughAChangeOfItWasTakenOff() {
        RegisterEntry entry = mortgaged();
        takenOff(entry);
        settle();
        assertThat(waiting()).anyMatch(one -> one.endsWith("bank cancellation-missing"));
        assertThat(ask(Kind.CANCELLATION, null, proof(entry))).isEqualTo("taken");
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL3");
        assertThat(gate()).endsWith("/released");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nothingIsChangedOrCancelledThatIsNotInTheRegister() {
        begin();
        contract();
        String nobodys = "虚(2026)虚构市不动产证明第0000777号";
        assertThat(refusedAt(Kind.CHANGE, approved.amount(), nobodys)).isEqualTo("earlierNo");
        assertThat(refusedAt(Kind.CONVERSION, approved.amount(), nobodys)).isEqualTo("kind");
        settle();
        assertThat(refusedAt(Kind.CANCELLATION, null, nobodys)).isEqualTo("earlierNo");
    }

    // --- a later approval

    @Test
    void aMortgageChangedForALaterApprovalSecuresIt() {
        RegisterEntry entry = mortgaged();
        RegistrationApplication change = changedForALaterApproval(entry);
        assertThat(change.claim().amount()).isEqualTo(approved.amount());
        enters(change, entered(change), "SL2");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        state(change, "SL2", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/none");
    }

    @Test
    void whoProposedToPayAnEarlierApprovalHasProposedNothingOfTheLaterOne() {
        RegisterEntry entry = mortgaged();
        pay(PayLoan.Step.PROPOSED, CASHIER);
        RegistrationApplication change = changedForALaterApproval(entry);
        enters(change, entered(change), "SL2");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        assertThat(Desk.refusal(() -> pay(PayLoan.Step.CONFIRMED, Desk.APPROVER))).containsExactly("DUTIES_NOT_SEPARATED");
    }

    /** A pre-notice is no mortgage. */
    @Test
    void aChangeThatIsEnteredAsAPreNoticeSecuresNothing() {
        RegisterEntry entry = mortgaged();
        RegistrationApplication change = changedForALaterApproval(entry);
        RegisterEntry mortgage = entered(change);
        RegisterEntry.Proof proof = mortgage.proofs().get(0);
        enters(change, new RegisterEntry(mortgage.enteredAt(), mortgage.amount(), List.of(new RegisterEntry.Proof(RegisterEntry.Right.MORTGAGE_PRE_NOTICE, proof.unitNumber(), proof.proofNo(), proof.obligors())), List.of()), "SL2");
        assertThat(gate()).isEqualTo("security-pending/none");
        assertThat(doubts(change)).isEqualTo("{other-right}");
        assertThat(looked(change, told(change))).isEqualTo("refused verdict");
    }

    /** The track stays where it is, and what it rests on is another mortgage. */
    @Test
    void whenTheLaterMortgageIsTakenOffTheEarlierOneSecuresNothingThoughItsCancellationWasTakenOff() {
        RegisterEntry entry = mortgaged();
        revoke();
        ask(Kind.CANCELLATION, null, proof(entry));
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL2");
        pass(Duration.ofHours(1));
        approve(2);
        contract();
        ask(Kind.MORTGAGE, approved.amount(), null);
        clean();
        RegistrationApplication later = lastApplication();
        enters(later, entered(later), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        state(off, "SL2", RegistrationState.DELETED);
        assertThat(gate()).as("the later one stands").isEqualTo("ready-to-pay/registered");
        state(later, "SL3", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/registered");
        assertThat(desk.fact(no, "pieces")).isEqualTo("{}");
    }

    @Test
    void aLoanApprovedAnewOnAnEarlierApprovalsMortgageWaitsForTheCentre() {
        mortgaged();
        approvedAnew(1);
        assertThat(gate()).isEqualTo("security-pending/registered");
        assertThat(waiting()).containsExactly("loan " + no + " centre security-of-earlier-approval");
    }

    @Test
    void aMortgageCancelledForALaterApprovalIsAppliedForAnewAndSecuresIt() {
        RegisterEntry entry = mortgaged();
        revoke();
        assertThat(ask(Kind.CANCELLATION, null, proof(entry))).isEqualTo("taken");
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL2");
        assertThat(gate()).endsWith("/released");

        pass(Duration.ofHours(1));
        approve();
        contract();
        assertThat(waiting()).containsExactly("loan " + no + " bank request-missing");
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
        clean();
        RegistrationApplication again = lastApplication();
        assertThat(again.kind()).isEqualTo(Kind.MORTGAGE);
        enters(again, entered(again), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    /** It never was in the register. */
    @Test
    void aLoanWhoseMortgageWasCancelledIsReleasedThoughALaterCaseWasRejected() {
        RegisterEntry entry = mortgaged();
        revoke();
        ask(Kind.CANCELLATION, null, proof(entry));
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL2");
        pass(Duration.ofHours(1));
        approve();
        contract();
        ask(Kind.MORTGAGE, approved.amount(), null);
        clean();
        assertThat(gate()).isEqualTo("security-pending/submitted");
        state(lastApplication(), "SL3", RegistrationState.REJECTED);
        assertThat(gate()).isEqualTo("security-pending/released");
        assertThat(desk.events(no)).asString().doesNotContain("security-in-doubt");
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
        clean();
        enters(lastApplication(), entered(lastApplication()), "SL4");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    @Test
    void aLoanThatIsPaidOffIsMortgagedNoMore() {
        RegisterEntry entry = mortgaged();
        settle();
        ask(Kind.CANCELLATION, null, proof(entry));
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL2");
        assertThat(gate()).endsWith("/released");
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("refused");
    }

    /** It was applied for for the earlier approval, whenever it is entered. */
    @Test
    void aChangeOfAnEarlierApprovalThatIsEnteredLastSecuresNoLaterOne() {
        begin(2);
        contract();
        RegisterEntry entry = registered();
        pass(Duration.ofHours(1));
        RegistrationApplication first = change(entry);
        state(first, "SL2", RegistrationState.REJECTED);
        approvedAnew(1);
        pass(Duration.ofHours(1));
        RegistrationApplication second = change(entry);
        enters(second, entered(second), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        pass(Duration.ofDays(1));
        enters(first, entered(first), "SL2");
        assertThat(gate()).isEqualTo("security-pending/registered");
    }

    /** Whatever the clocks of two nodes say. */
    @Test
    void aCaseFiledForAnApprovalThatIsTakenBackInThatMomentSecuresNotTheNext() {
        begin(2);
        contract();
        RegisterEntry entry = registered();
        pass(Duration.ofHours(1));
        FileCase compared = desk.inOneCommit(() -> desk.loans.filing(byHand(Forwarded.of(request(Kind.CHANGE, approved.amount(), proof(entry)), "DJHR", MORTGAGEE, List.of()))));
        revoke();
        does(() -> doors.registrations.file(compared));
        pass(Duration.ofHours(1));
        approve(1);
        contract();
        RegistrationApplication half = lastApplication();
        enters(half, entered(half), "SL2");
        assertThat(gate()).isEqualTo("security-pending/registered");
    }

    @Test
    void whoeverTakesAnOpinionBackWaitsForWhoIsFilingForIt() throws Exception {
        begin();
        contract();
        RegisterEntry entry = registered();
        RegistrationApplication change = Forwarded.of(request(Kind.CHANGE, approved.amount(), proof(entry)), "DJHR", MORTGAGEE, List.of());
        CompletableFuture<Void> revoked = desk.inOneCommit(() -> {
            FileCase compared = desk.loans.filing(byHand(change));
            CompletableFuture<Void> other = CompletableFuture.runAsync(this::revokeNow, command -> new Thread(command).start());
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaits);
            assertThat(other).isNotDone();
            pass(Duration.ofSeconds(1));
            doors.registrations.file(compared);
            return other;
        });
        revoked.get(60, TimeUnit.SECONDS);
        assertThat(desk.jdbc.sql("SELECT filed_at <= (SELECT max(at) FROM loan_fact_event WHERE type = 'opinion-revoked') FROM mortgage_fact_case WHERE case_no = 'DJHR'").query(Boolean.class).single()).as("filed for the opinion while it was in force").isTrue();
        assertThat(desk.fact(no, "decision")).isEqualTo("revoked");
    }

    private boolean somebodyWaits() {
        return desk.jdbc.sql("SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE NOT l.granted AND a.datname = current_database()").query(Integer.class).single() > 0;
    }

    // --- a pre-sold home, and two mortgages

    @Test
    void aPreNoticeDoesNotLiveAgainWhenAChangeOfItsConversionIsTakenOff() {
        RegisterEntry converted = converted();
        assertThat(gate()).isEqualTo("ready-to-pay/converted");
        RegistrationApplication change = change(converted);
        enters(change, entered(change), "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/converted");
        state(change, "SL3", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/none");
        pass(Duration.ofHours(1));
        RegistrationApplication again = change(converted);
        enters(again, entered(again), "SL4");
        assertThat(gate()).isEqualTo("ready-to-pay/converted");
    }

    @Test
    void aPreNoticeDoesNotLiveAgainWhenItsConversionIsTakenOff() {
        converted();
        state(lastApplication(), "SL2", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/none");
    }

    @Test
    void aCancellationEndsTheMortgageItNamesAndNoOther() {
        RegisterEntry first = mortgaged();
        RegistrationApplication broken = change(first);
        state(broken, "SL2", RegistrationState.DELETED);
        pass(Duration.ofHours(1));
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
        clean();
        RegistrationApplication again = lastApplication();
        RegisterEntry second = entered(again);
        enters(again, second, "SL3");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        settle();
        ask(Kind.CANCELLATION, null, proof(second));
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL4");
        assertThat(gate()).endsWith("/none");
        assertThat(waiting()).contains("loan " + no + " bank cancellation-missing");
        assertThat(ask(Kind.CANCELLATION, null, proof(first))).isEqualTo("taken");
        RegistrationApplication last = lastApplication();
        enters(last, entered(last), "SL5");
        assertThat(gate()).endsWith("/released");
        assertThat(waiting()).isEmpty();
    }

    // --- what a person files

    @Test
    void aCaseFiledByHandIsOneForThisLoanOrIsRefused() {
        begin();
        assertThat(byHand(request(Kind.MORTGAGE, new Money(100), null), MORTGAGEE)).isEqualTo("refused claim.amount");
        assertThat(byHand(request(Kind.MORTGAGE, approved.amount(), null), "某小额贷款公司")).isEqualTo("refused mortgagee");
        assertThat(byHand(request(Kind.MORTGAGE, approved.amount(), null), MORTGAGEE)).isEqualTo("filed");
    }

    @Test
    void aCancellationIsNotFiledByHandWhileMoneyMayBePaid() {
        RegisterEntry entry = mortgaged();
        assertThat(byHand(request(Kind.CANCELLATION, null, proof(entry)), MORTGAGEE)).startsWith("refused");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        settle();
        assertThat(byHand(request(Kind.CANCELLATION, null, proof(entry)), MORTGAGEE)).isEqualTo("filed");
        assertThat(byHand(request(Kind.CHANGE, approved.amount(), proof(entry)), MORTGAGEE)).as("beside a cancellation that is open").startsWith("refused");
    }

    @Test
    void aCaseIsNotFiledByHandBeforeTheApprovalItIsFor() {
        accept();
        assertThat(byHand(request(Kind.MORTGAGE, application.terms().amount(), null), MORTGAGEE)).startsWith("refused");
    }

    @Test
    void whatWasFiledBeforeTheLoanWasHereSecuresItNotSinceNobodyComparedIt() {
        application = good();
        MortgageApplication request = request(Kind.MORTGAGE, new Money(100), null);
        assertThat(byHand(request, MORTGAGEE)).isEqualTo("filed");
        RegistrationApplication early = lastApplication();
        pass(Duration.ofHours(1));
        begin();
        contract();
        enters(early, entered(early), "SL1");
        assertThat(gate()).isEqualTo("security-pending/registered");
    }

    /** Nobody compared it, whatever the moments are. */
    @Test
    void whatIsFiledInTheMomentTheLoanIsAcceptedSecuresItNot() {
        application = good();
        RegistrationApplication one = Forwarded.of(request(Kind.MORTGAGE, new Money(100), null), "DJHR", MORTGAGEE, List.of());
        FileCase compared = desk.inOneCommit(() -> desk.loans.filing(byHand(one)));
        begin();
        does(() -> doors.registrations.file(compared));
        contract();
        enters(one, entered(one), "SL1");
        assertThat(gate()).isEqualTo("security-pending/registered");
    }

    @Test
    void nothingIsFiledByHandWhileACancellationIsHeld() {
        RegisterEntry entry = mortgaged();
        revoke();
        doors.inService.clear();
        assertThat(hold(request(Kind.CANCELLATION, null, proof(entry)))).isEqualTo("held");
        approve(2);
        contract();
        pass(Duration.ofHours(1));
        assertThat(byHand(request(Kind.CHANGE, approved.amount(), proof(entry)), MORTGAGEE)).startsWith("refused");
        assertThat(gate()).isEqualTo("security-pending/registered");
    }

    /** Else it is changed for a later approval and paid on while the registry takes it away. */
    @Test
    void aChangeThatIsHeldIsNotFiledWhileAPersonsCancellationIsOpenNorAfterIt() {
        begin(2);
        contract();
        RegisterEntry entry = registered();
        revoke();
        MortgageApplication held = request(Kind.CHANGE, application.terms().amount(), proof(entry));
        assertThat(hold(held)).isEqualTo("held");
        assertThat(hand("S1", request(Kind.CANCELLATION, null, proof(entry)))).isEqualTo("taken");
        RegistrationApplication off = lastApplication();
        approve(1);
        contract();
        clean();
        assertThat(lastApplication()).isEqualTo(off);
        assertThat(waiting()).contains("request " + held.requestNo() + " centre filed-otherwise");
        enters(off, entered(off), "SL2");
        pass(Duration.ofHours(5));
        rounds();
        clean();
        assertThat(questions(RegistrationApplication.class)).isEmpty();
        assertThat(gate()).isEqualTo("security-pending/released");
    }

    /** Both read what there is before either has filed. */
    @Test
    void whatIsHeldWaitsForWhoIsFilingTheSameByHand() throws Exception {
        RegisterEntry entry = mortgaged();
        assertThat(ask(Kind.CHANGE, approved.amount(), proof(entry))).isEqualTo("taken");
        RegistrationApplication change = Forwarded.of(request(Kind.CHANGE, approved.amount(), proof(entry)), "DJHR", MORTGAGEE, List.of());
        CompletableFuture<Void> answered = desk.inOneCommit(() -> {
            Outcome filed = doors.registrations.file(desk.loans.filing(byHand(change)));
            CompletableFuture<Void> other = CompletableFuture.runAsync(this::clean, command -> new Thread(command).start());
            await().atMost(Duration.ofSeconds(60)).until(() -> other.isDone() || somebodyWaits());
            desk.loans.follow(filed);
            return other;
        });
        answered.get(60, TimeUnit.SECONDS);
        assertThat(desk.jdbc.sql("SELECT case_no FROM mortgage_fact_case WHERE kind = 'change'").query(String.class).list()).containsExactly("DJHR");
    }

    /** The request that takes the place of another is read while that one goes out. */
    @Test
    void aRequestThatComesWhileTheOneBeforeItIsFiledIsRefused() throws Exception {
        RegisterEntry entry = mortgaged();
        assertThat(ask(Kind.CHANGE, approved.amount(), proof(entry))).isEqualTo("taken");
        MortgageApplication again = request(Kind.CHANGE, approved.amount(), proof(entry));
        CompletableFuture<String> answered = desk.inOneCommit(() -> {
            clean();
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> tries(() -> doors.registrations.request(desk.loans.requested(desk.from(Desk.BANK, again)))), command -> new Thread(command).start());
            await().atMost(Duration.ofSeconds(60)).until(() -> other.isDone() || somebodyWaits());
            return other;
        });
        assertThat(answered.get(60, TimeUnit.SECONDS)).startsWith("refused LOAN_STATE_FORBIDS");
    }

    /** It is cancelled already: the registry would refuse it. */
    @Test
    void aCancellationThatIsHeldIsTakenForTheOneAPersonFiledThoughThatIsDone() {
        RegisterEntry entry = mortgaged();
        settle();
        doors.inService.clear();
        MortgageApplication held = request(Kind.CANCELLATION, null, proof(entry));
        assertThat(hold(held)).isEqualTo("held");
        assertThat(hand("S1", request(Kind.CANCELLATION, null, proof(entry)))).isEqualTo("taken");
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL2");
        assertThat(gate()).endsWith("/released");
        doors.inService.add(Doors.CITY);
        pass(Duration.ofHours(5));
        rounds();
        clean();
        assertThat(questions(RegistrationApplication.class)).isEmpty();
        assertThat(told()).as("what became of it").isNotEmpty().allMatch(one -> one.startsWith(held.requestNo())).anyMatch(one -> one.contains(" entered "));
        assertThat(gate()).endsWith("/released");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void theSameIsNotFiledByHandTwice() {
        RegisterEntry entry = mortgaged();
        assertThat(byHand(request(Kind.CHANGE, approved.amount(), proof(entry)), MORTGAGEE)).isEqualTo("filed");
        assertThat(byHand(request(Kind.CHANGE, approved.amount(), proof(entry)), MORTGAGEE)).startsWith("refused");
    }

    @Test
    void nothingButACancellationIsAskedForALoanThatIsPaidOff() {
        RegisterEntry entry = mortgaged();
        settle();
        assertThat(ask(Kind.CHANGE, approved.amount(), proof(entry))).isEqualTo("refused");
        assertThat(byHand(request(Kind.CHANGE, approved.amount(), proof(entry)), MORTGAGEE)).startsWith("refused");
        state(lastApplication(), "SL1", RegistrationState.DELETED);
        assertThat(gate()).endsWith("/none");
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("refused");
    }

    /** Else it goes out all the same, and the cancellation waits for it. */
    @Test
    void aChangeThatIsHeldIsDestroyedWhenItsLoanIsPaidOffAndItsBankIsTold() {
        RegisterEntry entry = mortgaged();
        doors.inService.clear();
        MortgageApplication held = request(Kind.CHANGE, approved.amount(), proof(entry));
        assertThat(hold(held)).isEqualTo("held");
        out.clear();
        paidOff();
        assertThat(told()).singleElement().asString().startsWith(held.requestNo() + " refused").contains("paid off");
        assertThat(waiting()).containsExactly("loan " + no + " bank cancellation-missing");
        doors.inService.add(Doors.CITY);
        pass(Duration.ofHours(5));
        rounds();
        clean();
        assertThat(questions(RegistrationApplication.class)).isEmpty();
        assertThat(ask(Kind.CANCELLATION, null, proof(entry))).isEqualTo("taken");
        enters(lastApplication(), entered(lastApplication()), "SL2");
        assertThat(gate()).endsWith("/released");
    }

    @Test
    void aMortgageThatIsHeldWhenItsLoanIsPaidOffIsDestroyedAndTheLoanSaysSo() {
        RegisterEntry entry = mortgaged();
        takenOff(entry);
        doors.inService.clear();
        assertThat(hold(request(Kind.MORTGAGE, approved.amount(), null))).isEqualTo("held");
        assertThat(gate()).endsWith("/held");
        paidOff();
        assertThat(gate()).isEqualTo("settled/destroyed");
        assertThat(desk.events(no)).contains("security-destroyed");
        assertThat(waiting()).contains("loan " + no + " bank cancellation-missing");
        doors.inService.add(Doors.CITY);
        assertThat(ask(Kind.CANCELLATION, null, proof(entry))).isEqualTo("taken");
        enters(lastApplication(), entered(lastApplication()), "SL4");
        assertThat(gate()).isEqualTo("released/released");
    }

    @Test
    void aCancellationThatNamesAnotherLoansProofIsRefused() {
        RegisterEntry entry = mortgaged();
        assertThat(hand("S2", request(Kind.CANCELLATION, null, proof(entry)))).as("a loan that is not here").isEqualTo("refused FIELDS_DISAGREE earlierNo");
        LoanApplication other = (LoanApplication) Operation.LOAN_APPLICATION.read(Applications.good().no("S2").build().content().with("mortgagee", Doors.CENTRE));
        does(() -> doors.registrations.follow(desk.loans.accept(desk.from(Desk.BANK, other))));
        assertThat(hand("S2", request(Kind.CANCELLATION, null, proof(entry)))).as("a loan that is here").isEqualTo("refused FIELDS_DISAGREE earlierNo");
        assertThat(hand("S3", request(Kind.CHANGE, new Money(100), proof(entry)))).isEqualTo("refused FIELDS_DISAGREE earlierNo");
        assertThat(hand("S3", request(Kind.CANCELLATION, null, "虚(2011)虚构市不动产证明第0000777号"))).as("of a mortgage older than the gateway").isEqualTo("taken");
        settle();
        assertThat(hand("S1", request(Kind.CANCELLATION, null, "虚(2011)虚构市不动产证明第0000777号"))).as("not the one that stands for it").isEqualTo("refused FIELDS_DISAGREE earlierNo");
        assertThat(hand("S1", request(Kind.CANCELLATION, null, proof(entry)))).isEqualTo("taken");
    }

    @Test
    void theSameMortgageIsNotFiledByHandTwiceWhetherTheLoanIsHereOrNot() {
        begin();
        contract();
        assertThat(hand("S1", request(Kind.MORTGAGE, approved.amount(), null))).isEqualTo("taken");
        assertThat(gate()).as("nobody asks for it once more").isEqualTo("security-pending/submitted");
        assertThat(hand("S1", request(Kind.MORTGAGE, approved.amount(), null))).startsWith("refused LOAN_STATE_FORBIDS");
        assertThat(hand("S9", request(Kind.MORTGAGE, new Money(100), null))).isEqualTo("taken");
        assertThat(hand("S9", request(Kind.MORTGAGE, new Money(100), null))).startsWith("refused LOAN_STATE_FORBIDS");
    }

    @Test
    void aSecondChangeIsNotTakenForOneThatAPersonFiledBefore() {
        RegisterEntry entry = mortgaged();
        assertThat(hand("S1", request(Kind.CHANGE, approved.amount(), proof(entry)))).isEqualTo("taken");
        RegistrationApplication first = lastApplication();
        RegisterEntry changed = entered(first);
        enters(first, changed, "SL2");
        pass(Duration.ofDays(30));
        assertThat(ask(Kind.CHANGE, approved.amount(), proof(changed))).isEqualTo("taken");
        clean();
        assertThat(lastApplication().caseNo()).isNotEqualTo(first.caseNo());
        assertThat(lastApplication().earlierNo()).isEqualTo(changed.proofs().get(0).proofNo());
    }

    @Test
    void aMortgageThatStandsIsCancelledThoughWhatWasHeldIsDestroyed() {
        RegisterEntry entry = mortgaged();
        takenOff(entry);
        doors.inService.clear();
        assertThat(hold(request(Kind.MORTGAGE, approved.amount(), null))).isEqualTo("held");
        doors.inService.add(Doors.CITY);
        does(() -> doors.registrations.follow(desk.loans.withdraw(desk.from(Desk.BANK, new ApplicationWithdrawal("S1", "不买了", "T1")))));
        assertThat(gate()).endsWith("/destroyed");
        assertThat(waiting()).contains("loan " + no + " bank cancellation-missing");
        assertThat(ask(Kind.CANCELLATION, null, proof(entry))).isEqualTo("taken");
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL4");
        assertThat(gate()).endsWith("/released");
        assertThat(waiting()).isEmpty();
    }

    // --- what was held or approved before

    @Test
    void aRequestMadeForAnApprovalThatIsTakenBackIsSentAnew() {
        begin();
        contract();
        doors.inService.clear();
        MortgageApplication held = request(Kind.MORTGAGE, approved.amount(), null);
        assertThat(hold(held)).isEqualTo("held");
        doors.inService.add(Doors.CITY);
        isSentAnewForTheNextApproval(held);
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
        clean();
        assertThat(questions(RegistrationApplication.class)).hasSize(1);
    }

    /** The contract it names is void, though no seal was on it. */
    @Test
    void aRequestMadeBeforeTheSealOfAnApprovalThatIsTakenBackIsSentAnew() {
        begin();
        MortgageApplication early = request(Kind.MORTGAGE, approved.amount(), null);
        assertThat(hold(early)).isEqualTo("held");
        isSentAnewForTheNextApproval(early);
    }

    private void isSentAnewForTheNextApproval(MortgageApplication held) {
        revoke();
        approve();
        out.clear();
        contract();
        clean();
        assertThat(questions(RegistrationApplication.class)).as("its contract is void").isEmpty();
        assertThat(told()).singleElement().asString().startsWith(held.requestNo() + " refused");
        assertThat(waiting()).containsExactly("request " + held.requestNo() + " bank contract-differs");
    }

    @Test
    void aRequestMadeBeforeTheSealGoesWithTheContractOfItsApproval() {
        begin();
        assertThat(hold(request(Kind.MORTGAGE, approved.amount(), null))).isEqualTo("held");
        contract();
        clean();
        enters(lastApplication(), entered(lastApplication()), "SL1");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    // --- what the registry asks for, or does not say

    @Test
    void whatTheRegistryAsksForInAChangeThatWasAppliedForAnewIsHandedIn() {
        RegisterEntry entry = mortgaged();
        takenOff(entry);
        RegistrationApplication again = change(entry);
        pass(Duration.ofMinutes(10));
        does(() -> doors.registrations.status(new Incoming(Doors.CITY, id(), desk.clock.instant(), new RegistrationStatus(
                "TS" + numbers.incrementAndGet(), again.caseNo(), "SL3", RegistrationState.SUPPLEMENT, desk.clock.instant(), "缺少身份证明", null))));
        assertThat(gate()).isEqualTo("security-pending/none");
        ApplicationSupplement handedIn = new ApplicationSupplement("BC1", "S1", List.of(Applications.scan("identity-card", Applications.IDENTITY_SCAN)), null);
        assertThat(tries(() -> doors.registrations.follow(desk.loans.supplement(desk.from(Desk.BANK, handedIn))))).isEqualTo("taken");
        assertThat(questions(RegistrationSupplement.class)).extracting(RegistrationSupplement::caseNo).containsExactly(again.caseNo());
    }

    @Test
    void whoRefusesToSayWhatWasEnteredOrLeavesItOutIsAskedAgain() {
        mortgaged();
        RegistrationApplication mortgage = lastApplication();
        pass(Duration.ofDays(3));
        Instant corrected = desk.clock.instant();
        does(() -> doors.registrations.status(new Incoming(Doors.CITY, id(), corrected, new RegistrationStatus("TS-1", mortgage.caseNo(), "SL1", RegistrationState.REGISTERED, corrected, null, null))));
        List<Reply> noAnswers = List.of(
                new Reply.Rejected(List.of(Problem.of(FailureCode.REGISTRY_LACKS_OPERATION, "x"))),
                new Reply.Accepted(new RegistrationEnquiry.Answer(mortgage.caseNo(), "SL1", RegistrationState.REGISTERED, corrected, null, null, null).content()));
        for (Reply none : noAnswers) {
            pass(Duration.ofDays(1));
            rounds();
            RegistrationEnquiry asked = questions(RegistrationEnquiry.class).get(0);
            does(() -> doors.registrations.progress(new Answered(Doors.CITY, id(), asked, none)));
        }
        pass(Duration.ofDays(1));
        rounds();
        assertThat(questions(RegistrationEnquiry.class)).hasSize(1);
    }

    @Test
    void whatIsToldAsRegisteredAndNeverWithItsEntryEndsWithAPersonsWord() {
        RegistrationApplication mortgage = applied();
        state(mortgage, "SL1", RegistrationState.REGISTERED);
        state(mortgage, "SL1", RegistrationState.REJECTED);
        assertThat(waiting()).containsExactly("case " + mortgage.caseNo() + " registrar entry");
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("refused");
        assertThat(looked(mortgage, told(mortgage), Looked.Verdict.STANDS_NO_MORE)).isEqualTo("taken");
        assertThat(gate()).isEqualTo("security-pending/none");
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
    }

    // --- what the bank is told

    @Test
    void ofARequestThatAnotherOneTakesThePlaceOfItsBankIsTold() {
        RegisterEntry entry = mortgaged();
        doors.inService.clear();
        MortgageApplication held = request(Kind.CHANGE, approved.amount(), proof(entry));
        assertThat(hold(held)).isEqualTo("held");
        revoke();
        out.clear();
        MortgageApplication cancellation = request(Kind.CANCELLATION, null, proof(entry));
        assertThat(hold(cancellation)).isEqualTo("held");
        assertThat(told()).singleElement().asString().startsWith(held.requestNo() + " refused").contains(cancellation.requestNo());
        out.clear();
        assertThat(hold(request(Kind.CANCELLATION, null, proof(entry)))).as("sent anew").isEqualTo("held");
        assertThat(told()).isEmpty();
    }

    @Test
    void anAmountThatIsNotTheApprovedOneIsToldToTheBank() {
        accept();
        desk.review(no, ReviewLoan.Stage.INITIAL);
        MortgageApplication early = request(Kind.MORTGAGE, application.terms().amount(), null);
        assertThat(hold(early)).isEqualTo("held");
        approve(2);
        contract();
        assertThat(told()).singleElement().asString().startsWith(early.requestNo() + " refused").contains("claim.amount");
        assertThat(waiting()).containsExactly("request " + early.requestNo() + " bank claim-differs");
    }

    @Test
    void whatAPersonFoundGoneAndTheRegistryTakesOffLaterIsToldOnce() {
        begin();
        contract();
        registered();
        RegistrationApplication mortgage = lastApplication();
        pass(Duration.ofDays(1));
        enters(mortgage, new RegisterEntry(desk.clock.instant(), new Money(100), entered(mortgage).proofs(), List.of()), "SL1");
        out.clear();
        assertThat(looked(mortgage, told(mortgage), Looked.Verdict.STANDS_NO_MORE)).isEqualTo("taken");
        assertThat(told()).singleElement().asString().contains(" deleted ");
        pass(Duration.ofDays(1));
        state(mortgage, "SL1", RegistrationState.DELETED);
        pass(Duration.ofDays(1));
        state(mortgage, "SL1", RegistrationState.DELETED);
        assertThat(told()).as("%s", told()).hasSize(1);
    }

    // --- what a person looked at

    @Test
    void aVerdictIsNotTakenForWhatCameAfterThePersonLooked() {
        RegistrationApplication mortgage = applied();
        RegisterEntry entry = entered(mortgage);
        enters(mortgage, new RegisterEntry(entry.enteredAt(), entry.amount(), entry.proofs(), List.of(new RegisterEntry.Holder(MORTGAGEE + "东城管理部", null, null))), "SL1");
        int seen = told(mortgage);
        pass(Duration.ofMinutes(1));
        enters(mortgage, new RegisterEntry(desk.clock.instant(), new Money(100), entry.proofs(), List.of(new RegisterEntry.Holder("某小额贷款公司", null, null))), "SL1");
        assertThat(looked(mortgage, seen)).isEqualTo("refused seen");
        assertThat(gate()).startsWith("security-pending");
    }

    @Test
    void aVerdictIsTakenForWhatThePersonSaw() {
        RegistrationApplication mortgage = applied();
        RegisterEntry entry = entered(mortgage);
        enters(mortgage, new RegisterEntry(entry.enteredAt(), entry.amount(), entry.proofs(), List.of(new RegisterEntry.Holder(MORTGAGEE + "东城管理部", null, null))), "SL1");
        assertThat(looked(mortgage, told(mortgage))).isEqualTo("taken");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    /** Else it would wait for a registry that has nothing more to say, and its bank could ask for nothing. */
    @Test
    void anEntryThatIsNobodysIsFoundNotToStandAndTheMortgageIsAppliedForAnew() {
        RegistrationApplication mortgage = applied();
        enters(mortgage, new RegisterEntry(desk.clock.instant(), new Money(100), entered(mortgage).proofs(), List.of()), "SL1");
        assertThat(gate()).isEqualTo("security-pending/submitted");
        assertThat(looked(mortgage, told(mortgage), Looked.Verdict.STANDS_NO_MORE)).isEqualTo("taken");
        assertThat(gate()).isEqualTo("security-pending/none");
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
    }

    /** Whoever is alone opens no gate on a mortgage of one yuan that somebody else holds; the registry corrects it, or it is applied for anew. */
    @Test
    void anEntryThatIsNotWhatWasAppliedForIsFoundToStandByNobody() {
        RegistrationApplication mortgage = applied();
        RegisterEntry.Holder another = new RegisterEntry.Holder("某小额贷款公司", null, null);
        enters(mortgage, new RegisterEntry(desk.clock.instant(), new Money(100), entered(mortgage).proofs(), List.of(another)), "SL1");
        assertThat(looked(mortgage, told(mortgage))).isEqualTo("refused verdict");
        assertThat(gate()).isEqualTo("security-pending/submitted");
        assertThat(doubts(mortgage)).isEqualTo("{other-amount,other-mortgagee}");
        assertThat(waiting()).anyMatch(one -> one.startsWith("case " + mortgage.caseNo()));
        pass(Duration.ofHours(1));
        enters(mortgage, entered(mortgage), "SL1");
        assertThat(gate()).isEqualTo("security-pending/none");
        assertThat(looked(mortgage, told(mortgage))).isEqualTo("taken");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    /** The loan would be paid on what the register says no more. */
    @Test
    void whoeverIsAloneOpensNoGateAgainstWhatWasEnteredLast() {
        mortgaged();
        RegistrationApplication mortgage = questions(RegistrationApplication.class).get(0);
        pass(Duration.ofDays(1));
        RegisterEntry corrected = entered(mortgage);
        enters(mortgage, new RegisterEntry(corrected.enteredAt(), new Money(100), corrected.proofs(), List.of()), "SL1");
        assertThat(gate()).isEqualTo("security-pending/none");
        assertThat(looked(mortgage, told(mortgage))).isEqualTo("refused verdict");
        assertThat(gate()).isEqualTo("security-pending/none");
        pass(Duration.ofHours(1));
        enters(mortgage, entered(mortgage), "SL1");
        assertThat(looked(mortgage, told(mortgage))).isEqualTo("taken");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
    }

    /** A registry may tell of the first case what the right is since its change. Whoever looks finds what the change says. */
    @ParameterizedTest
    @EnumSource(names = {"CURRENT", "HISTORIC"})
    void whatAChangeMadeOfAMortgageMayBeToldOfItsFirstCaseToo(RegisterEntry.RightState state) {
        RegisterEntry entry = mortgaged();
        RegistrationApplication mortgage = questions(RegistrationApplication.class).get(0);
        RegistrationApplication change = changedForALaterApproval(entry);
        RegisterEntry changed = entered(change);
        enters(change, changed, "SL2");
        RegisterEntry.Proof proof = changed.proofs().get(0);
        RegisterEntry since = new RegisterEntry(changed.enteredAt(), changed.amount(), List.of(new RegisterEntry.Proof(proof.right(), proof.unitNumber(), proof.proofNo(), proof.obligors(), null, state)), List.of());
        enters(mortgage, since, "SL1");
        assertThat(gate()).isEqualTo("security-pending/none");
        assertThat(looked(mortgage, told(mortgage))).isEqualTo("taken");
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        pass(Duration.ofDays(1));
        enters(mortgage, new RegisterEntry(entered(mortgage).enteredAt(), new Money(100), changed.proofs(), List.of()), "SL1");
        assertThat(looked(mortgage, told(mortgage))).as("entered after the change").isEqualTo("refused verdict");
        assertThat(gate()).isEqualTo("security-pending/none");
    }

    /** Else the register's last word is forgotten, and an earlier one that comes late opens the gate. */
    @Test
    void whoeverLooksAtWhatWasEnteredMustSayWhetherItStands() {
        RegistrationApplication mortgage = applied();
        RegisterEntry early = entered(mortgage);
        pass(Duration.ofDays(1));
        enters(mortgage, new RegisterEntry(desk.clock.instant(), new Money(100), early.proofs(), List.of()), "SL1");
        assertThat(looked(mortgage, told(mortgage), null)).isEqualTo("refused verdict");
        enters(mortgage, early, "SL1");
        assertThat(gate()).isEqualTo("security-pending/none");
    }

    @Test
    void anEntryAnewUnderABranchsNameThatWasFoundToStandHasTheProofThatCounts() {
        mortgaged();
        RegistrationApplication mortgage = questions(RegistrationApplication.class).get(0);
        pass(Duration.ofDays(1));
        RegisterEntry anew = entered(mortgage);
        enters(mortgage, new RegisterEntry(anew.enteredAt(), anew.amount(), anew.proofs(), List.of(new RegisterEntry.Holder(MORTGAGEE + "东城管理部", null, null))), "SL1");
        assertThat(looked(mortgage, told(mortgage))).isEqualTo("taken");
        settle();
        assertThat(ask(Kind.CANCELLATION, null, proof(anew))).isEqualTo("taken");
    }

    // --- what was entered anew

    @Test
    void aCorrectionWhoseEntryWasLostIsFoundByAskingAboutWhatTheReconciliationNames() {
        RegisterEntry entry = mortgaged();
        RegistrationApplication mortgage = questions(RegistrationApplication.class).get(0);
        pass(Duration.ofDays(3));
        Instant corrected = desk.clock.instant();
        does(() -> doors.registrations.status(new Incoming(Doors.CITY, id(), corrected, new RegistrationStatus("TS-1", mortgage.caseNo(), "SL1", RegistrationState.REGISTERED, corrected, null, null))));
        assertThat(gate()).isEqualTo("ready-to-pay/registered");
        pass(Duration.ofMinutes(20));
        rounds();
        RegistrationEnquiry asked = questions(RegistrationEnquiry.class).get(0);
        RegisterEntry half = new RegisterEntry(corrected, new Money(entry.amount().fen() / 2), entry.proofs(), List.of());
        does(() -> doors.registrations.progress(new Answered(Doors.CITY, id(), asked, new Reply.Accepted(
                new RegistrationEnquiry.Answer(mortgage.caseNo(), "SL1", RegistrationState.REGISTERED, corrected, null, null, half).content()))));
        assertThat(gate()).isEqualTo("security-pending/none");
        pass(Duration.ofDays(1));
        rounds();
        assertThat(questions(RegistrationEnquiry.class)).as("once answered it is not asked about again").isEmpty();
    }

    @Test
    void ofTwoEntriesOfTheSameMomentAPersonMustSayWhichStands() {
        begin();
        contract();
        RegisterEntry one = registered();
        RegistrationApplication mortgage = lastApplication();
        assertThat(doubts(mortgage)).isEqualTo("{}");
        RegisterEntry other = new RegisterEntry(one.enteredAt(), one.amount(), entered(mortgage).proofs(), List.of());
        enters(mortgage, other, "SL1");
        assertThat(doubts(mortgage)).isEqualTo("{entries-of-one-moment}");
        enters(mortgage, one, "SL1");
        pass(Duration.ofHours(1));
        enters(mortgage, entered(mortgage), "SL1");
        assertThat(doubts(mortgage)).as("a later one says what stands").isEqualTo("{}");
    }

    // --- days and cases that are asked about

    @Test
    void afterTenDaysWithoutARoundEveryDayIsAskedAbout() {
        mortgaged();
        pass(Duration.ofDays(1));
        rounds();
        Instant last = desk.clock.instant();
        pass(Duration.ofDays(10));
        LocalDate first = LocalDate.ofInstant(last, WorkingCalendar.ZONE);
        assertThat(rounds()).containsExactlyElementsOf(first.datesUntil(first.plusDays(10)).toList());
    }

    @Test
    void aDayIsAskedAboutOnlyHoursAfterItsEnd() {
        mortgaged();
        LocalDate today = LocalDate.ofInstant(desk.clock.instant(), WorkingCalendar.ZONE);
        Instant midnight = today.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
        desk.clock.set(midnight.plusSeconds(30));
        assertThat(rounds()).doesNotContain(today);
        desk.clock.set(midnight.plus(Duration.ofHours(2)));
        assertThat(rounds()).contains(today);
    }

    @Test
    void aMortgageThatWasCancelledIsNeitherAskedAboutNorListedForItsCertificate() {
        begin();
        contract();
        RegisterEntry entry = registered();
        assertThat(waiting()).anyMatch(one -> one.endsWith("certificate"));
        settle();
        ask(Kind.CANCELLATION, null, proof(entry));
        RegistrationApplication off = lastApplication();
        enters(off, entered(off), "SL2");
        pass(Duration.ofDays(40));
        rounds();
        assertThat(waiting()).isEmpty();
        assertThat(out).noneMatch(one -> one instanceof RegistrationEnquiry || one instanceof RegistrationCertificateEnquiry);
        desk.inOneCommit(() -> {
            doors.raiseAlarms();
            return 0;
        });
        assertThat(desk.jdbc.sql("SELECT kind FROM mortgage_alarm WHERE ended_at IS NULL").query(String.class).list()).isEmpty();
    }

    // --- how it is done

    /** A loan whose mortgage is entered and certified. */
    private RegisterEntry mortgaged() {
        begin();
        contract();
        RegisterEntry entry = registered();
        TrueCase one = new TrueCase(lastApplication(), "S1", "SL1", desk.clock.instant());
        does(() -> doors.registrations.certificate(new Incoming(Doors.CITY, id(), desk.clock.instant(), new TrueRegistry(new Random(1)).certificate(one, entry.proofs().get(0), desk.clock.instant()))));
        return entry;
    }

    /** A loan in force whose mortgage is filed. */
    private RegistrationApplication applied() {
        begin();
        contract();
        ask(Kind.MORTGAGE, approved.amount(), null);
        clean();
        return lastApplication();
    }

    /** A change of it is asked for and filed. */
    private RegistrationApplication change(RegisterEntry entry) {
        assertThat(ask(Kind.CHANGE, approved.amount(), proof(entry))).isEqualTo("taken");
        clean();
        return lastApplication();
    }

    /** A change for another amount, which is approved anew. */
    private RegistrationApplication changedForALaterApproval(RegisterEntry entry) {
        approvedAnew(2);
        assertThat(gate()).isEqualTo("security-pending/registered");
        pass(Duration.ofHours(1));
        return change(entry);
    }

    private void takenOff(RegisterEntry entry) {
        RegistrationApplication change = change(entry);
        enters(change, entered(change), "SL2");
        state(change, "SL2", RegistrationState.DELETED);
        assertThat(gate()).isEqualTo("security-pending/none");
        pass(Duration.ofHours(1));
    }

    private String refusedAt(Kind kind, Money amount, String earlier) {
        MortgageApplication request = request(kind, amount, earlier);
        try {
            does(() -> doors.registrations.request(desk.loans.requested(desk.from(Desk.BANK, request))));
            return "taken";
        } catch (Refusal refusal) {
            return refusal.problems().get(0).field();
        }
    }

    private RegisterEntry registered() {
        assertThat(ask(Kind.MORTGAGE, approved.amount(), null)).isEqualTo("taken");
        clean();
        RegisterEntry entry = entered(lastApplication());
        enters(lastApplication(), entry, "SL1");
        return entry;
    }

    private String doubts(RegistrationApplication of) {
        return desk.jdbc.sql("SELECT doubts::text FROM mortgage_fact_case WHERE case_no = ?").param(of.caseNo()).query(String.class).single();
    }

    private int told(RegistrationApplication of) {
        return desk.jdbc.sql("SELECT count(*) FROM mortgage_fact_told WHERE case_no = ?").param(of.caseNo()).query(Integer.class).single();
    }

    private String looked(RegistrationApplication of, int seen) {
        return looked(of, seen, Looked.Verdict.STANDS);
    }

    private String looked(RegistrationApplication of, int seen, Looked.Verdict verdict) {
        try {
            does(() -> doors.registrations.looked(new Looked(of.caseNo(), verdict, seen, "分支机构，无误", "zhou")));
            return "taken";
        } catch (Refusal refusal) {
            return "refused " + refusal.problems().get(0).field();
        }
    }

    private void pay(PayLoan.Step step, Officer by) {
        does(() -> desk.loans.pay(new PayLoan(no, step, null, null, by)));
    }

    /** A pre-sold home whose pre-notice was converted. @return the entry of the conversion */
    private RegisterEntry converted() {
        preSold = true;
        begin();
        contract();
        MortgageApplication request = request(Kind.DOUBLE_PRE_NOTICE, approved.amount(), null);
        assertThat(tries(() -> doors.registrations.request(desk.loans.requested(desk.from(Desk.BANK, request))))).isEqualTo("taken");
        clean();
        RegistrationApplication noticed = lastApplication();
        RegisterEntry pre = preNoticed(noticed);
        enters(noticed, pre, "SL1");
        secure(SecureLoan.Piece.STAGE_GUARANTEE);
        secure(SecureLoan.Piece.PROJECT_ADMITTED);
        assertThat(gate()).isEqualTo("ready-to-pay/pre-noticed");
        pass(Duration.ofDays(1));
        assertThat(ask(Kind.CONVERSION, approved.amount(), pre.proofs().get(1).proofNo().value())).isEqualTo("taken");
        clean();
        RegisterEntry entry = entered(lastApplication());
        enters(lastApplication(), entry, "SL2");
        pass(Duration.ofDays(1));
        return entry;
    }

    private RegisterEntry preNoticed(RegistrationApplication of) {
        String owner = of.parties().get(0).name();
        UnitNumber unit = of.units().get(0).unitNumber();
        return new RegisterEntry(desk.clock.instant(), of.claim().amount(), List.of(
                new RegisterEntry.Proof(RegisterEntry.Right.PURCHASE_PRE_NOTICE, unit, nextProof(), DEVELOPER.name()),
                new RegisterEntry.Proof(RegisterEntry.Right.MORTGAGE_PRE_NOTICE, unit, nextProof(), owner)), List.of());
    }

    private CertificateNumber nextProof() {
        return CertificateNumber.proof("虚(2026)虚构市不动产证明第" + String.format("%07d", numbers.incrementAndGet()) + "号");
    }

    private void secure(SecureLoan.Piece piece) {
        does(() -> desk.loans.secure(new SecureLoan(no, piece, "BH-1", CASHIER)));
    }

    private String tries(Supplier<Outcome> work) {
        try {
            does(work);
            return "taken";
        } catch (Refusal refusal) {
            return "refused " + refusal.problems().get(0).code() + " " + refusal.problems().get(0).field();
        }
    }

    /** A person files it under this number. */
    private String hand(String applicationNo, MortgageApplication request) {
        RegistrationApplication one = Forwarded.of(request, "DJH" + numbers.incrementAndGet(), MORTGAGEE, List.of());
        return tries(() -> doors.registrations.file(desk.loans.filing(new FileCase(Doors.CITY, Desk.BANK, applicationNo, one, "chen"))));
    }

    private FileCase byHand(RegistrationApplication application) {
        return new FileCase(Doors.CITY, Desk.BANK, "S1", application, "chen");
    }

    private LoanApplication good() {
        if (preSold) {
            return (LoanApplication) Operation.LOAN_APPLICATION.read(Applications.good().no("S1").homeKind(HomeKind.PRE_SOLD, PayeeKind.SUPERVISED_PRESALE).with(DEVELOPER).build().content().with("mortgagee", Doors.CENTRE));
        }
        return (LoanApplication) Operation.LOAN_APPLICATION.read(Applications.good().no("S1").build().content().with("mortgagee", Doors.CENTRE));
    }

    private void begin() {
        begin(1);
    }

    private void begin(int part) {
        accept();
        desk.review(no, ReviewLoan.Stage.INITIAL);
        approve(part);
    }

    private void accept() {
        application = good();
        no = Desk.number(does(() -> doors.registrations.follow(desk.loans.accept(desk.from(Desk.BANK, application)))));
        desk.uploadScans("S1");
    }

    private void approve() {
        approve(1);
    }

    /** @param part of what was applied for */
    private void approve(int part) {
        desk.upload("S1", "borrower-confirmation", new byte[] {1});
        desk.review(no, ReviewLoan.Stage.SECOND);
        approved = Objects.requireNonNull(desk.approve(no, new Money(application.terms().amount().fen() / part), application.terms().months()).approved());
    }

    private void revoke() {
        pass(Duration.ofHours(1));
        revokeNow();
        pass(Duration.ofHours(1));
    }

    /** What was approved is taken back, another approval given and its contract sealed. */
    private void approvedAnew(int part) {
        revoke();
        approve(part);
        contract();
    }

    private void revokeNow() {
        RevokeOpinion command = new RevokeOpinion("S1", Desk.BANK, "利率有误", "zhao");
        desk.inOneCommit(() -> {
            desk.loans.revokeOpinion(command);
            return doors.registrations.revoked(command);
        });
    }

    private void contract() {
        String contract = "JK-" + numbers.incrementAndGet();
        does(() -> desk.loans.contractSigned(desk.from(Desk.BANK, new ContractSigned(
                contract, "S1", approved.opinionNo(), application.borrower().identity().number(), approved.amount(), approved.months(), approved.rateVersion(),
                application.accounts().payeeAccountNo(), Applications.DAY))));
        does(() -> doors.registrations.follow(desk.loans.sealContract(new SealContract(no, contract, Desk.APPROVER))));
    }

    private void settle() {
        desk.jdbc.sql("UPDATE loan_loan SET money = 'settled' WHERE acceptance_no = ?").param(no).update();
    }

    /** On the word of two people. */
    private void paidOff() {
        desk.jdbc.sql("UPDATE loan_loan SET money = 'repaying' WHERE acceptance_no = ?").param(no).update();
        does(() -> doors.registrations.follow(desk.loans.pay(new PayLoan(no, PayLoan.Step.SETTLEMENT_PROPOSED, "x", null, CASHIER))));
        does(() -> doors.registrations.follow(desk.loans.pay(new PayLoan(no, PayLoan.Step.SETTLED, "x", null, Desk.APPROVER))));
    }

    private MortgageApplication request(Kind kind, Money amount, String earlier) {
        Party owner = application.borrower();
        List<Party> parties = new ArrayList<>(List.of(new Party(Party.Role.MORTGAGOR, owner.name(), owner.identity(), null, null, null)));
        application.parties().stream().filter(party -> kind == Kind.DOUBLE_PRE_NOTICE && party.role() == Party.Role.DEVELOPER).forEach(parties::add);
        return new MortgageApplication(
                "DY" + numbers.incrementAndGet(), "S1", kind, application.home().unitNumber(), application.home().address(),
                kind == Kind.MORTGAGE ? "虚(2020)虚构市不动产权第0000009号" : null, earlier, application.mortgagee(),
                parties, amount == null ? null : "DYHT-1",
                amount == null ? null : new MortgageApplication.Claim(amount, Applications.DAY, Applications.DAY.plusMonths(120), null), List.of(), "T1");
    }

    private String ask(Kind kind, Money amount, String earlier) {
        MortgageApplication request = request(kind, amount, earlier);
        try {
            does(() -> doors.registrations.request(desk.loans.requested(desk.from(Desk.BANK, request))));
            return "taken";
        } catch (Refusal refusal) {
            assertThat(refusal.problems()).extracting("code").contains(FailureCode.LOAN_STATE_FORBIDS);
            return "refused";
        }
    }

    /** @return what becomes of it */
    private String hold(MortgageApplication request) {
        Outcome taken = does(() -> doors.registrations.request(desk.loans.requested(desk.from(Desk.BANK, request))));
        return Desk.content(taken).text("state");
    }

    /** What the bank was told of its requests. */
    private List<String> told() {
        return questions(MortgageResult.class).stream().map(one -> one.requestNo() + " " + Words.of(one.event()) + " " + one.reason()).toList();
    }

    private String byHand(MortgageApplication request, String mortgagee) {
        RegistrationApplication one = Forwarded.of(request, "DJH" + numbers.incrementAndGet(), mortgagee, List.of());
        try {
            does(() -> doors.registrations.file(desk.loans.filing(new FileCase(Doors.CITY, Desk.BANK, "S1", one, "chen"))));
            return "filed";
        } catch (Refusal refusal) {
            return "refused " + refusal.problems().get(0).field();
        }
    }

    private static String proof(RegisterEntry entry) {
        return entry.proofs().get(0).proofNo().value();
    }

    private RegisterEntry entered(RegistrationApplication of) {
        String owner = of.parties().get(0).name();
        return of.claim() == null ? new RegisterEntry(desk.clock.instant(), null, List.of(), List.of()) : new RegisterEntry(desk.clock.instant(), of.claim().amount(), List.of(new RegisterEntry.Proof(
                RegisterEntry.Right.MORTGAGE, of.units().get(0).unitNumber(), nextProof(), owner)), List.of());
    }

    private void enters(RegistrationApplication of, RegisterEntry entry, String registryNo) {
        does(() -> doors.registrations.entry(new Incoming(Doors.CITY, id(), desk.clock.instant(), new RegistrationEntry("TS" + numbers.incrementAndGet(), of.caseNo(), registryNo, of.kind(), entry))));
    }

    private void state(RegistrationApplication of, String registryNo, RegistrationState state) {
        pass(Duration.ofMinutes(10));
        does(() -> doors.registrations.status(new Incoming(Doors.CITY, id(), desk.clock.instant(), new RegistrationStatus(
                "TS" + numbers.incrementAndGet(), of.caseNo(), registryNo, state, desk.clock.instant(), state == RegistrationState.DELETED ? "登簿后注销" : null, null))));
    }

    /** Every question about the home is answered: nothing is in the way. */
    private void clean() {
        questions(PropertyCheck.class).forEach(check -> {
            Map<UnitRights.Right, UnitRights.State> states = new EnumMap<>(UnitRights.Right.class);
            Stream.of(UnitRights.Right.values()).forEach(right -> states.put(right, UnitRights.State.NONE));
            List<UnitRights> units = check.units().stream().map(unit -> new UnitRights(unit.unitNumber(), UnitRights.Holders.MATCH, states)).toList();
            does(() -> doors.registrations.checked(new Answered(Doors.CITY, id(), check, new Reply.Accepted(new PropertyCheck.Answer(check.checkNo(), desk.clock.instant(), units).content()))));
        });
    }

    /** @return the days that are asked about; nothing moved on any of them */
    private List<LocalDate> rounds() {
        out.clear();
        does(() -> doors.registrations.rounds(new Rounds(desk.clock.instant())));
        List<RegistrationReconciliation> asked = questions(RegistrationReconciliation.class);
        asked.forEach(day -> does(() -> doors.registrations.page(new Answered(Doors.CITY, id(), day, new Reply.Accepted(new RegistrationReconciliation.Answer(day.day(), 0, List.of(), null).content())))));
        return asked.stream().map(RegistrationReconciliation::day).sorted().toList();
    }

    private <T> List<T> questions(Class<T> kind) {
        return List.copyOf(out).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private RegistrationApplication lastApplication() {
        List<RegistrationApplication> all = questions(RegistrationApplication.class);
        return all.get(all.size() - 1);
    }

    private String gate() {
        return desk.fact(no, "word") + "/" + desk.fact(no, "security");
    }

    private List<String> waiting() {
        try {
            CaseFacts facts = BeanUtils.instantiateClass(CaseFacts.class.getDeclaredConstructor(JdbcClient.class), desk.jdbc);
            return facts.waiting(null, 100).stream().map(one -> one.source() + " " + one.number() + " " + one.waitsFor() + " " + one.why()).toList();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration time) {
        desk.clock.set(desk.clock.instant().plus(time));
    }

    private Outcome does(Supplier<Outcome> work) {
        Outcome outcome = desk.inOneCommit(() -> desk.loans.follow(work.get()));
        outcome.outgoing().forEach(one -> out.add(one.message()));
        return outcome;
    }

    private MessageId id() {
        return new MessageId("M" + numbers.incrementAndGet());
    }
}
