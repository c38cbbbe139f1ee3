package io.jinqiao.mortgage.model;

import io.jinqiao.message.Consequence;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.MortgageApplication;
import io.jinqiao.message.MortgageApplication.Claim;
import io.jinqiao.message.MortgageApplication.Kind;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Party;
import io.jinqiao.message.Party.Role;
import io.jinqiao.message.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request a branch prepared in the one visit and that rides inside its application: everything but contract and claim, which there are only once the
 * loan is in force.
 */
public final class Prepared {
    private Prepared() {}

    public static MortgageApplication of(LoanApplication application) {
        return new MortgageApplication(
                application.applicationNo(),
                application.applicationNo(),
                application.homeKind() == HomeKind.PRE_SOLD ? Kind.DOUBLE_PRE_NOTICE : Kind.MORTGAGE,
                application.home().unitNumber(),
                application.home().address(),
                null,
                null,
                application.mortgagee(),
                parties(application),
                null,
                null,
                application.attachments(),
                application.initialOpinion().operatorNo());
    }

    /** Whether nothing but contract and claim is missing. */
    public static boolean enough(MortgageApplication prepared) {
        return lacks(prepared).isEmpty();
    }

    /** What the branch must send itself, in the places of its application: an existing home has a title certificate, which the application does not name. */
    public static List<Problem> lacks(MortgageApplication prepared) {
        List<Problem> lacks = new ArrayList<>();
        if (prepared.kind() == Kind.MORTGAGE) {
            lacks.add(Problem.at("titleNo", FailureCode.TITLE_MISSING));
        } else if (prepared.parties().stream().noneMatch(party -> party.role() == Role.DEVELOPER)) {
            lacks.add(Problem.at("parties", FailureCode.FIELD_MISSING));
        }
        if (prepared.unitNumber() == null) {
            lacks.add(Problem.at("home.unitNumber", FailureCode.FIELD_MISSING));
        }
        return lacks;
    }

    public static MortgageApplication completed(Content.Group prepared, Consequence.InForce loan) {
        Claim claim = new Claim(loan.amount(), loan.signedOn(), loan.signedOn().plusMonths(loan.months()), null);
        return (MortgageApplication) Operation.MORTGAGE_APPLICATION.read(prepared.with("mortgageContractNo", loan.contractNo()).with("claim", claim(claim)));
    }

    private static Content.Group claim(Claim claim) {
        return Content.group().put("amount", claim.amount()).put("from", claim.from()).put("to", claim.to()).build();
    }

    /** Who buys mortgages; the registry has no use for accounts and incomes. */
    private static List<Party> parties(LoanApplication application) {
        List<Party> parties = new ArrayList<>();
        boolean named = application.parties().stream().anyMatch(party -> party.role() == Role.MORTGAGOR);
        for (Party party : application.parties()) {
            if (party.role() == Role.BORROWER && !named) {
                parties.add(as(Role.MORTGAGOR, party));
            }
            if (party.role() == Role.BORROWER || party.role() == Role.MORTGAGOR || party.role() == Role.DEVELOPER) {
                parties.add(as(party.role(), party));
            }
        }
        return parties;
    }

    static Party as(Role role, Party party) {
        return new Party(role, party.name(), party.identity(), null, null, mobile(party));
    }

    private static @Nullable String mobile(Party party) {
        return party.mobile();
    }
}
