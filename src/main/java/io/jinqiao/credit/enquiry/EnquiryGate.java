package io.jinqiao.credit.enquiry;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PersonName;
import io.jinqiao.message.Problem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What must hold before anything leaves: consent, a reason that fits, two people, hours, limits. Closed by default. */
public final class EnquiryGate {

    /** What to do with an enquiry. */
    public sealed interface Verdict {
        /** Ask. @param authorisation on which it stands */
        record Ask(Authorisation authorisation) implements Verdict {}

        /** A report is fresh enough: show that one, ask nobody. @param authorisation on which it stands */
        record Reuse(Authorisation authorisation) implements Verdict {}

        /** @param problems all of them */
        record Refused(List<Problem> problems) implements Verdict {}
    }

    private EnquiryGate() {}

    public static Verdict judge(Enquiry enquiry, EnquiryTerms terms) {
        List<Problem> problems = new ArrayList<>();
        reason(enquiry, terms, problems);
        people(enquiry, terms, problems);
        LocalDate day = enquiry.at().toLocalDate();
        Authorisation authorisation = enquiry.history().authorisations().stream()
                .filter(consent -> consent.person().equals(enquiry.person()) && consent.allows(enquiry.purpose(), day))
                .findFirst()
                .orElse(null);
        if (authorisation == null) {
            problems.add(Problem.at("authorisation", FailureCode.AUTHORISATION_MISSING, word(enquiry.part())));
        }
        boolean fresh = enquiry.history().newest() != null && !enquiry.history().newest().toLocalDate().plusDays(terms.reuseDays()).isBefore(day) && terms.reuseDays() > 0;
        if (!fresh) {
            limits(enquiry, terms, problems);
        }
        if (authorisation == null || !problems.isEmpty()) {
            return new Verdict.Refused(List.copyOf(problems));
        }
        return fresh ? new Verdict.Reuse(authorisation) : new Verdict.Ask(authorisation);
    }

    private static void reason(Enquiry enquiry, EnquiryTerms terms, List<Problem> problems) {
        if (!terms.purposes().contains(enquiry.purpose())) {
            problems.add(Problem.at("purpose", FailureCode.CREDIT_PURPOSE_NOT_AGREED, enquiry.purpose().reason()));
        }
        if (!enquiry.purpose().fits(enquiry.part(), enquiry.disbursed())) {
            problems.add(Problem.at("purpose", FailureCode.CREDIT_PURPOSE_UNFIT, enquiry.purpose().reason(), word(enquiry.part())));
        }
    }

    private static void people(Enquiry enquiry, EnquiryTerms terms, List<Problem> problems) {
        boolean two = enquiry.agreedBy() != null && !PersonName.isEmpty(enquiry.agreedBy()) && !PersonName.same(enquiry.agreedBy(), enquiry.user());
        if (terms.secondPerson() && !two) {
            problems.add(Problem.at("agreedBy", FailureCode.DUTIES_NOT_SEPARATED));
        }
    }

    private static void limits(Enquiry enquiry, EnquiryTerms terms, List<Problem> problems) {
        LocalTime time = enquiry.at().toLocalTime();
        if (!terms.from().equals(terms.until()) && (time.isBefore(terms.from()) || !time.isBefore(terms.until()))) {
            problems.add(Problem.of(FailureCode.CREDIT_OUTSIDE_HOURS, terms.from().toString(), terms.until().toString()));
        }
        if (enquiry.history().askedToday() >= terms.perUserDay()) {
            problems.add(Problem.of(FailureCode.CREDIT_LIMIT_REACHED, Integer.toString(terms.perUserDay())));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
