package io.jinqiao.loan.model;

import static io.jinqiao.loan.Applications.DAY;
import static io.jinqiao.loan.Applications.good;
import static io.jinqiao.loan.Applications.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.jinqiao.loan.Applications;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Party.Role;
import io.jinqiao.message.Problem;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorisationsTest {
    private static List<String> missing(Applications application, LocalDate today) {
        return Authorisations.missing(application.build(), today).stream().map(Problem::field).toList();
    }

    @Test
    void missesNothingWhileTheAuthorisationIsInForce() {
        Applications application = good().authorise(0, DAY.plusDays(30));
        assertThat(missing(application, DAY.minusDays(1))).as("its first day").isEmpty();
        assertThat(missing(application, DAY.plusDays(30))).as("its last day").isEmpty();
    }

    @Test
    void missesAnAuthorisationBeforeAndAfterItsDays() {
        Applications application = good().authorise(0, DAY.plusDays(30));
        assertThat(missing(application, DAY.minusDays(2))).containsExactly("parties[0]");
        assertThat(missing(application, DAY.plusDays(31))).containsExactly("parties[0]");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SPOUSE", "CO_BORROWER", "GUARANTOR"})
    void wantsOneFromEverybodyWhoAnswersForTheLoan(Role role) {
        Applications application = good().with(person(role, "王五", "19920202", 3, 0));
        assertThat(missing(application, DAY)).containsExactly("parties[2]");
        assertThat(missing(application.authorise(2, DAY), DAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = {"SELLER", "DEVELOPER", "MORTGAGOR"})
    void wantsNoneFromOthers(Role role) {
        assertThat(missing(good().with(person(role, "王五", "19920202", 3, 0)), DAY)).isEmpty();
    }

    @Test
    void takesNoAuthorisationForAnotherPurpose() {
        LoanApplication a = good().build();
        LoanApplication.Authorisation given = a.authorisations().get(0);
        LoanApplication other = new LoanApplication(
                a.applicationNo(), a.branchCode(), a.acceptedOn(), a.loanKind(), a.homeKind(), a.parties(), a.mortgagee(), a.home(),
                a.contract(), a.terms(), a.accounts(),
                List.of(new LoanApplication.Authorisation(
                        given.identityNumber(), "data-use", given.signedOn(), given.validTo(), given.document())),
                a.attachments(), a.initialOpinion(), false);
        assertThat(Authorisations.missing(other, DAY)).hasSize(1);
        assertThat(Authorisations.missing(other, DAY).get(0).arguments()).containsExactly("borrower, credit-enquiry");
    }
}
