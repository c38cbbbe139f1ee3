package io.jinqiao.credit.facts;

import io.jinqiao.credit.PersonProfile;
import io.jinqiao.credit.ledger.Identifiers;
import io.jinqiao.credit.report.AccountFacts;
import io.jinqiao.credit.report.ContractFacts;
import io.jinqiao.credit.report.LoanFacts;
import io.jinqiao.credit.report.PersonFacts;
import io.jinqiao.credit.rules.ReportedBank;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Fields;
import io.jinqiao.message.Identity;
import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Party;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.UnitNumber;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of a loan beside its month: read from what is concealed. */
final class LoanOfRow {
    private static final int COUNTY = 6;
    private static final String MARRIED = "2";
    private static final String ORDINAL_OF_MEN = "13579";
    private static final int SEX = 16;

    private final ReportingRules rules;
    private final PersonalData data;

    LoanOfRow(ReportingRules rules, PersonalData data) {
        this.rules = rules;
        this.data = data;
    }

    /** @throws NotKnown naming the first thing that is */
    LoanFacts of(MonthRow row, ReportedBank bank, Known known) {
        String number = rules.account(bank, row.loanAccountNo());
        if (!known.identifiers().made(number).equals(number)) {
            throw new NotKnown("identifier"); // another account was given it
        }
        LoanApplication application = application(row);
        PersonProfile profile = PersonProfile.read(Fields.of(content(row.profile(), "person")));
        Parties parties = new Parties(application);
        List<ContractFacts> contracts = registered(row, parties.borrower()).stream().map(contract -> contract.under(known.identifiers().now(contract.contract()))).toList();
        AccountFacts account = account(row, bank, number, known.identifiers(), application, parties, contracts);
        return new LoanFacts(account, person(application, profile), contracts, parties.consented(account.parts(), rules.consent(), row.end(), row.bank(), known.withdrawals()));
    }

    private LoanApplication application(MonthRow row) {
        return (LoanApplication) Operation.LOAN_APPLICATION.read(content(row.application(), "application"));
    }

    private Content.Group content(byte @Nullable [] concealed, String what) {
        if (concealed == null) {
            throw new NotKnown(what);
        }
        return CanonicalJson.read(data.revealText(concealed).orElseThrow(() -> new NotKnown("erased")));
    }

    private List<ContractFacts> registered(MonthRow row, AccountFacts.Person borrower) {
        List<RegistrationApplication> registered = row.mortgages().stream()
                .map(content -> (RegistrationApplication) Operation.REGISTRATION_APPLICATION.read(content(content, "mortgage")))
                .toList();
        return Mortgages.of(registered, rules.reporter().orElseThrow().segment(), borrower);
    }

    private AccountFacts account(MonthRow row, ReportedBank bank, String number, Identifiers known, LoanApplication application, Parties parties, List<ContractFacts> contracts) {
        String guarantee = row.scheme() == null ? null : rules.account().guarantees().get(row.scheme());
        if (guarantee == null) {
            throw new NotKnown("guarantee");
        }
        UnitNumber unit = application.home().unitNumber();
        return new AccountFacts(
                known.now(number),
                parties.borrower(),
                bank.office(),
                row.disbursedOn(),
                row.lastDue(),
                row.amount(),
                mode(row),
                row.months(),
                guarantee,
                rules.account().funds(),
                rules.account().form(),
                unit == null ? null : unit.value().substring(0, COUNTY),
                parties.others(number, row.amount()),
                contracts.stream().map(ContractFacts::contract).toList());
    }

    /** 还款方式. */
    private static String mode(MonthRow row) {
        return switch (row.method()) {
            case "equal-instalment" -> "11";
            case "equal-principal" -> "12";
            case "single-repayment" -> "21";
            default -> "19";
        };
    }

    private PersonFacts person(LoanApplication application, PersonProfile profile) {
        Party borrower = application.borrower();
        boolean married = profile.marital().startsWith(MARRIED);
        AccountFacts.Person spouse =
                married ? application.parties().stream().filter(party -> party.role() == Party.Role.SPOUSE).findFirst().map(Parties::person).orElse(null) : null;
        AccountFacts.Person person = Parties.person(borrower);
        return new PersonFacts(
                data.pseudonym(person.idType() + " " + person.idNumber() + " " + person.name()), person, born(borrower), sex(borrower), profile.marital(), spouse, profile.education(), profile.degree(), profile.employment(),
                profile.employer(), profile.residence(), profile.address(), profile.updated());
    }

    /** Only a resident's number tells it. */
    private static LocalDate born(Party borrower) {
        if (borrower.identity().type() != Identity.Type.RESIDENT_ID) {
            throw new NotKnown("born");
        }
        return new IdentityNumber(borrower.identity().number()).birthDate();
    }

    private static String sex(Party borrower) {
        return ORDINAL_OF_MEN.indexOf(borrower.identity().number().charAt(SEX)) >= 0 ? "1" : "2";
    }
}
