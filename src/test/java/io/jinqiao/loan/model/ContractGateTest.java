package io.jinqiao.loan.model;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.model.Loans.APPLICATION;
import static io.jinqiao.loan.model.Loans.APPROVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.jinqiao.message.ContractSigned;
import io.jinqiao.message.Money;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractGateTest {
    private static final ContractSigned GOOD = Loans.contract();

    private static ContractSigned contract(
            String opinionNo, String identity, long fen, int months, String rate, String payee, LocalDate signedOn) {
        return new ContractSigned(
                GOOD.contractNo(), GOOD.applicationNo(), opinionNo, identity, new Money(fen), months, rate, payee, signedOn);
    }

    static Stream<Arguments> oneFieldDiffers() {
        String no = GOOD.opinionNo();
        String id = GOOD.borrowerIdentity();
        long fen = GOOD.amount().fen();
        int months = GOOD.months();
        String rate = GOOD.rateVersion();
        String payee = GOOD.payeeAccountNo();
        LocalDate validTo = Loans.approval(1).validTo();
        return Stream.of(
                arguments(contract("no-2", id, fen, months, rate, payee, DAY), "opinionNo"),
                arguments(contract(no, "x", fen, months, rate, payee, DAY), "borrowerIdentity"),
                arguments(contract(no, id, fen + 1, months, rate, payee, DAY), "amount"),
                arguments(contract(no, id, fen, months - 1, rate, payee, DAY), "months"),
                arguments(contract(no, id, fen, months, "R20240518", payee, DAY), "rateVersion"),
                arguments(contract(no, id, fen, months, rate, "1", DAY), "payeeAccountNo"),
                arguments(contract(no, id, fen, months, rate, payee, DAY.minusDays(1)), "signedOn"),
                arguments(contract(no, id, fen, months, rate, payee, validTo.plusDays(1)), "signedOn"));
    }

    @ParameterizedTest
    @MethodSource("oneFieldDiffers")
    void refusesAContractThatDiffersInOneField(ContractSigned contract, String field) {
        Move sign = new Sign(contract, Loans.approval(1).validTo().plusDays(9));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> sign.on(Loans.in(DecisionTrack.APPROVED)));
        assertThat(refusal.problems()).extracting(Problem::field).containsExactly(field);
    }

    @Test
    void refusesAContractSignedTomorrow() {
        ContractSigned tomorrow = contract(
                GOOD.opinionNo(), GOOD.borrowerIdentity(), GOOD.amount().fen(), GOOD.months(), GOOD.rateVersion(),
                GOOD.payeeAccountNo(), DAY.plusDays(1));
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> new Sign(tomorrow, DAY).on(Loans.in(DecisionTrack.APPROVED)));
        assertThat(refusal.problems()).extracting(Problem::field).containsExactly("signedOn");
        assertThat(new Sign(tomorrow, DAY.plusDays(1)).on(Loans.in(DecisionTrack.APPROVED)).loan().contract())
                .isEqualTo(ContractTrack.SIGNED);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "1, 1"})
    void wantsTheBorrowersConfirmationForOtherTermsThanAppliedFor(long lessFen, int lessMonths) {
        Approval a = Loans.approval(1);
        Approval other = new Approval(
                a.opinionNo(), 1, new Money(a.amount().fen() - lessFen), a.months() - lessMonths, a.annualRate(), a.rateVersion(),
                a.rateFrom(), List.of(), a.decidedOn(), a.validTo(), a.approvedBy());
        Loan approved = new Approve(other, "N", APPROVER).on(Loans.in(DecisionTrack.SECOND_REVIEWED)).loan();
        ContractSigned contract = contract(
                a.opinionNo(), GOOD.borrowerIdentity(), other.amount().fen(), other.months(), a.rateVersion(),
                GOOD.payeeAccountNo(), DAY);
        assertThat(ForbiddenMovesTest.refused(() -> new Sign(contract, DAY).on(approved)))
                .isEqualTo(io.jinqiao.message.FailureCode.CONFIRMATION_MISSING);
        Loan confirmed = Loans.withScans(approved, new Scans(List.of(), Set.of(Scans.BORROWER_CONFIRMATION)));
        SignedContract signed = new Sign(contract, DAY).on(confirmed).loan().signed();
        assertThat(signed).isEqualTo(new SignedContract("JK-1", DAY, "no-1", contract.amount()));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, ", "1, 0, approvedAmount", "0, 1, approvedMonths"})
    void approvesAtMostWhatWasAppliedFor(long moreFen, int moreMonths, String field) {
        Approval a = Loans.approval(1);
        Approval other = new Approval(
                a.opinionNo(), 1, new Money(a.amount().fen() + moreFen), a.months() + moreMonths, a.annualRate(), a.rateVersion(),
                a.rateFrom(), List.of(), a.decidedOn(), a.validTo(), a.approvedBy());
        Move approve = new Approve(other, "N", APPROVER);
        Loan reviewed = Loans.in(DecisionTrack.SECOND_REVIEWED);
        if (field == null) {
            assertThat(approve.on(reviewed).loan().approval()).isEqualTo(other);
        } else {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> approve.on(reviewed));
            assertThat(refusal.problems()).extracting(Problem::field).containsExactly(field);
        }
    }

    @Test
    void approvesNoLessThanOneFenForOneMonth() {
        Approval a = Loans.approval(1);
        Loan reviewed = Loans.in(DecisionTrack.SECOND_REVIEWED);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new Approve(terms(a, 0, 0), "N", APPROVER).on(reviewed));
        assertThat(refusal.problems()).extracting(Problem::field).containsExactly("approvedAmount", "approvedMonths");
        assertThat(new Approve(terms(a, 1, 1), "N", APPROVER).on(reviewed).loan().decision()).isEqualTo(DecisionTrack.APPROVED);
    }

    private static Approval terms(Approval a, long fen, int months) {
        return new Approval(
                a.opinionNo(), 1, new Money(fen), months, a.annualRate(), a.rateVersion(), a.rateFrom(), List.of(),
                a.decidedOn(), a.validTo(), a.approvedBy());
    }

    @Test
    void holdsTheMortgageRequestOfTheOneVisit() {
        Loan accepted = Loan.accepted("no", Loans.in(DecisionTrack.ACCEPTED).bank(), APPLICATION, Loans.EXISTING, Loans.ALL_HERE);
        assertThat(accepted.security()).isEqualTo(SecurityTrack.HELD);
        Loan without = Loan.accepted(
                "no", accepted.bank(), io.jinqiao.loan.Applications.good().build(), Loans.EXISTING, Loans.ALL_HERE);
        assertThat(without.security()).isEqualTo(SecurityTrack.NONE);
    }
}
