package io.jinqiao.loan.desk;

import io.jinqiao.loan.model.Loan;
import io.jinqiao.loan.store.LoanStore;
import io.jinqiao.loan.store.StoredLoan;
import io.jinqiao.message.CollectionOrder;
import io.jinqiao.message.CollectionOrder.Contact;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.Outgoing;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Party;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whom an order to collect means: the people of the loan in the roles it names. */
@Component
class Addressees {
    private final LoanStore loans;

    Addressees(LoanStore loans) {
        this.loans = loans;
    }

    Outcome of(Outcome outcome) {
        List<Outgoing> named = outcome.outgoing().stream()
                .map(one -> one.message() instanceof CollectionOrder order ? new Outgoing(one.partner(), named(one.partner(), order)) : one)
                .toList();
        return new Outcome(outcome.reply(), named, outcome.consequences());
    }

    private CollectionOrder named(PartnerId bank, CollectionOrder order) {
        if (order.applicationNo() == null || order.reason() == CollectionOrder.Reason.WITHDRAWN) {
            return order;
        }
        Optional<Loan> loan = loans.acceptanceNo(bank, order.applicationNo()).flatMap(loans::unlessErased).map(StoredLoan::loan);
        return loan.map(found -> order.to(contacts(order, found.application().parties()))).orElse(order);
    }

    /** Nobody in a role: the borrower, so that an order never speaks to nobody. */
    private static List<Contact> contacts(CollectionOrder order, List<Party> parties) {
        List<Contact> found = parties.stream()
                .filter(party -> order.contacts().stream().anyMatch(wanted -> wanted.role() == party.role()))
                .map(Addressees::contact)
                .toList();
        return found.isEmpty() ? parties.stream().filter(party -> party.role() == Party.Role.BORROWER).map(Addressees::contact).toList() : found;
    }

    private static Contact contact(Party party) {
        return new Contact(party.role(), party.name(), party.mobile());
    }
}
