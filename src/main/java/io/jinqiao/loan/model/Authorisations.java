package io.jinqiao.loan.model;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.Authorisation;
import io.jinqiao.message.Party;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Gate: everybody whose money or credit stands behind the loan has authorised the enquiry, in person and in force. */
public final class Authorisations {
    /** Purpose of the authorisation without which nobody is enquired about. */
    public static final String CREDIT_ENQUIRY = "credit-enquiry";

    private Authorisations() {}

    /** One problem for each person without an authorisation in force on a day. */
    public static List<Problem> missing(LoanApplication application, LocalDate today) {
        List<Problem> missing = new ArrayList<>();
        for (int i = 0; i < application.parties().size(); i++) {
            Party party = application.parties().get(i);
            if (party.answersForTheLoan() && application.authorisations().stream().noneMatch(a -> covers(a, party, today))) {
                missing.add(Problem.at(
                        "parties[" + i + "]",
                        FailureCode.AUTHORISATION_MISSING,
                        Words.of(party.role()) + ", " + CREDIT_ENQUIRY + periods(application, party)));
            }
        }
        return missing;
    }

    /** From when to when each authorisation this person did give holds: the reader sees at once that it is the days that do not fit. */
    private static String periods(LoanApplication application, Party party) {
        return application.authorisations().stream()
                .filter(a -> givenBy(party, a))
                .map(a -> " (" + a.signedOn() + " – " + a.validTo() + ")")
                .collect(Collectors.joining());
    }

    private static boolean givenBy(Party party, Authorisation authorisation) {
        return authorisation.purpose().equals(CREDIT_ENQUIRY)
                && authorisation.identityNumber().equals(party.identity().number());
    }

    private static boolean covers(Authorisation authorisation, Party party, LocalDate today) {
        return givenBy(party, authorisation)
                && !authorisation.signedOn().isAfter(today)
                && !authorisation.validTo().isBefore(today);
    }
}
