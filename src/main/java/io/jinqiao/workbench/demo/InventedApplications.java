package io.jinqiao.workbench.demo;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Identity;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Lawful loan applications of invented people, in three kinds of home, alone or married, as a branch would send them. */
public final class InventedApplications {
    private static final LoanApplication.HomeKind[] HOMES = {
        LoanApplication.HomeKind.PRE_SOLD, LoanApplication.HomeKind.RESALE, LoanApplication.HomeKind.NEW
    };

    private InventedApplications() {}

    /**
     * @param prefix begins the application number
     * @param n number of the application; the same number gives the same application
     * @param on business date at the counter
     */
    public static LoanApplication application(String prefix, int n, LocalDate on) {
        LoanApplication.HomeKind home = HOMES[n % HOMES.length];
        long price = 800_000_00L + (n % 40) * 25_000_00L;
        long amount = price / 2;
        List<Party> parties = parties(n, home);
        return new LoanApplication(
                prefix + String.format("%06d", n),
                "0371" + String.format("%02d", n % 7),
                on,
                LoanApplication.LoanKind.FUND,
                home,
                parties,
                Invented.firm(9000),
                new LoanApplication.Home(
                        "样例市演示区虚构路" + (n + 1) + "号" + (n % 30 + 1) + "幢" + (101 + n % 20) + "室",
                        Invented.unit(n),
                        new BigDecimal("89.50").add(BigDecimal.valueOf(n % 40)),
                        new Money(price),
                        1),
                new LoanApplication.PurchaseContract("GF-2026-" + String.format("%06d", n), on.minusDays(10), new Money(price - amount)),
                new LoanApplication.Terms(
                        new Money(amount),
                        120 + n % 3 * 60,
                        n % 4 == 3
                                ? LoanApplication.RepaymentMethod.EQUAL_PRINCIPAL
                                : LoanApplication.RepaymentMethod.EQUAL_INSTALMENT),
                accounts(n, home),
                authorisations(parties, on),
                attachments(n),
                new LoanApplication.InitialOpinion("T" + (1000 + n % 50), true, "材料齐全，同意上报"),
                n % 2 == 0);
    }

    private static List<Party> parties(int n, LoanApplication.HomeKind home) {
        List<Party> parties = new ArrayList<>();
        parties.add(new Party(
                Party.Role.BORROWER, Invented.name(n), Invented.person(n), "3713" + String.format("%012d", n),
                new Money(18_000_00 + n % 10 * 1_000_00), Invented.mobile(n)));
        if (n % 2 == 0) {
            parties.add(new Party(
                    Party.Role.SPOUSE, Invented.name(n + 5), Invented.person(5000 + n), "3713" + String.format("%012d", 5000 + n),
                    new Money(9_000_00), Invented.mobile(5000 + n)));
        }
        parties.add(
                home == LoanApplication.HomeKind.RESALE
                        ? new Party(Party.Role.SELLER, Invented.name(n + 3), Invented.person(7000 + n), null, null, Invented.mobile(7000 + n))
                        : new Party(
                                Party.Role.DEVELOPER,
                                "虚构置业发展有限公司",
                                new Identity(Identity.Type.CREDIT_CODE, Invented.firm(n % 5).value()),
                                null,
                                null,
                                null));
        return parties;
    }

    private static LoanApplication.Accounts accounts(int n, LoanApplication.HomeKind home) {
        boolean resale = home == LoanApplication.HomeKind.RESALE;
        return new LoanApplication.Accounts(
                resale ? Invented.name(n + 3) : "虚构置业发展有限公司",
                "622200" + String.format("%013d", n),
                "102",
                resale
                        ? LoanApplication.Accounts.PayeeKind.SELLER
                        : home == LoanApplication.HomeKind.PRE_SOLD
                                ? LoanApplication.Accounts.PayeeKind.SUPERVISED_PRESALE
                                : LoanApplication.Accounts.PayeeKind.ESCROW,
                "621700" + String.format("%013d", n));
    }

    private static List<LoanApplication.Authorisation> authorisations(List<Party> parties, LocalDate on) {
        return parties.stream()
                .filter(Party::answersForTheLoan)
                .map(party -> new LoanApplication.Authorisation(
                        party.identity().number(),
                        "credit-enquiry",
                        on,
                        on.plusYears(1),
                        Digest.of(("authorisation " + party.name()).getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .toList();
    }

    private static List<AttachmentRef> attachments(int n) {
        return Scan.KINDS.stream().map(kind -> Scan.of(kind, n).reference()).toList();
    }
}
