package io.jinqiao.credit.facts;

import io.jinqiao.credit.notice.Withdrawals;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.message.Identity;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who borrowed and who else must pay, with the Center's codes. */
final class Parties {
    private static final String CO_BORROWER = "1";
    private static final String GUARANTOR = "2";

    private final LoanApplication application;
    private final List<Party> others;
    private final Map<Party, String> places = new IdentityHashMap<>();

    Parties(LoanApplication application) {
        this.application = application;
        application.people().forEach((place, party) -> places.put(party, place));
        this.others = application.parties().stream().filter(party -> party.answersForTheLoan() && party.role() != Party.Role.BORROWER).toList();
    }

    /** @throws NotKnown for a firm: no record of ours tells of one */
    static AccountFacts.Person person(Party party) {
        return new AccountFacts.Person(party.name(), type(party.identity()), party.identity().number());
    }

    private static String type(Identity identity) {
        return switch (identity.type()) {
            case RESIDENT_ID -> "10";
            case OFFICER_ID -> "20";
            case PASSPORT -> "2";
            case FOREIGNER_RESIDENCE -> "8";
            case CREDIT_CODE -> throw new NotKnown("organisation");
            case OTHER -> "X";
        };
    }

    AccountFacts.Person borrower() {
        return person(application.borrower());
    }

    /** @param account identifier before which a guarantee's own begins */
    List<AccountFacts.Responsible> others(String account, Money amount) {
        List<AccountFacts.Responsible> found = new ArrayList<>();
        for (Party other : others) {
            boolean guarantor = other.role() == Party.Role.GUARANTOR;
            found.add(new AccountFacts.Responsible(
                    person(other), guarantor ? GUARANTOR : CO_BORROWER, guarantor ? amount : null, guarantor ? account + "G" + (found.size() + 1) : null));
        }
        return List.copyOf(found);
    }

    /**
     * The parts of those who consented in writing, by a day, to being reported, and did not take it back since.
     *
     * @param parts of the borrower and of {@link #others}, in their order
     */
    Set<String> consented(List<String> parts, String purpose, LocalDate day, String bank, Withdrawals withdrawals) {
        Set<String> consented = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Party party = i == 0 ? application.borrower() : others.get(i - 1);
            boolean signed = application.authorisations().stream()
                    .filter(a -> a.purpose().equals(purpose) && a.identityNumber().equals(party.identity().number()) && !a.signedOn().isAfter(day) && !a.validTo().isBefore(day))
                    .anyMatch(a -> places.containsKey(party) && !withdrawals.undone(bank, application.applicationNo(), places.get(party), a.signedOn()));
            if (signed) {
                consented.add(parts.get(i));
            }
        }
        return Set.copyOf(consented);
    }
}
