package io.jinqiao.adapter.samples;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CreditCode;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Identity;
import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.Accounts;
import io.jinqiao.message.LoanApplication.Authorisation;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.InitialOpinion;
import io.jinqiao.message.LoanApplication.LoanKind;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import io.jinqiao.message.UnitNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** Invented people, firms and homes: right check digits, an area code no region has. */
public final class SamplePeople {
    public static final String BORROWER = identity("99010119850307001");
    public static final String SPOUSE = identity("99010119870912002");
    public static final String SELLER = identity("99010119600101003");

    private SamplePeople() {}

    private static String identity(String first17) {
        return first17 + IdentityNumber.checkCharacter(first17);
    }

    private static String creditCode(String first17) {
        return first17 + CreditCode.checkCharacter(first17);
    }

    private static Digest digest(String what) {
        return Digest.of(what.getBytes(StandardCharsets.UTF_8));
    }

    private static Party person(Party.Role role, String name, String number, String account, Long income, String mobile) {
        Identity identity = new Identity(Identity.Type.RESIDENT_ID, number);
        return new Party(role, name, identity, account, income == null ? null : new Money(income), mobile);
    }

    /** A resale home, bought by a couple; every optional place is filled, one name needs four bytes. */
    public static LoanApplication existingHome() {
        return new LoanApplication(
                "HF202611230000001",
                "0160300042",
                LocalDate.of(2026, 11, 23),
                LoanKind.FUND,
                HomeKind.RESALE,
                List.of(
                        person(Party.Role.BORROWER, "沐䶮", BORROWER, "990100000001", 1_850_000L, "19900000001"),
                        person(Party.Role.SPOUSE, "云𬱖", SPOUSE, "990100000002", 1_200_050L, "19900000002"),
                        person(Party.Role.SELLER, "禾知遥", SELLER, null, null, "19900000003")),
                new CreditCode(creditCode("12990101MB0000001")),
                new LoanApplication.Home(
                        "虚构市示例路 1 号 2 幢 301 室", new UnitNumber("990101001001GB00012F00020301"), new BigDecimal("89.50"),
                        new Money(120_000_000L), 1),
                new LoanApplication.PurchaseContract("GF-2026-0001", LocalDate.of(2026, 11, 20), new Money(60_000_000L)),
                new LoanApplication.Terms(new Money(60_000_000L), 240, LoanApplication.RepaymentMethod.EQUAL_INSTALMENT),
                new Accounts("禾知遥", "6222000000000000017", "102", Accounts.PayeeKind.SELLER, "6217000000000000025"),
                List.of(
                        new Authorisation(BORROWER, "credit-enquiry", LocalDate.of(2026, 11, 23), LocalDate.of(2027, 11, 23), digest("authorisation 1")),
                        new Authorisation(SPOUSE, "credit-enquiry", LocalDate.of(2026, 11, 23), LocalDate.of(2027, 11, 23), digest("authorisation 2"))),
                List.of(
                        new AttachmentRef("identity-card", digest("identity-card"), 245_760),
                        new AttachmentRef("purchase-contract", digest("purchase-contract"), 1_048_576)),
                new InitialOpinion("T0042", true, "收入稳定，\"首套\"，建议受理 / recommended"),
                true);
    }

    /** A pre-sold home and one borrower; every optional place is empty. */
    public static LoanApplication preSold() {
        Identity developer = new Identity(Identity.Type.CREDIT_CODE, creditCode("91990101MA0000001"));
        return new LoanApplication(
                "HF202611230000002",
                "0160300042",
                LocalDate.of(2026, 11, 23),
                LoanKind.FUND,
                HomeKind.PRE_SOLD,
                List.of(
                        person(Party.Role.BORROWER, "牧予安", BORROWER, null, null, null),
                        new Party(Party.Role.DEVELOPER, "虚构置业发展有限公司", developer, null, null, null)),
                new CreditCode(creditCode("12990101MB0000001")),
                new LoanApplication.Home("虚构市示例花园 8 号楼 1501", null, new BigDecimal("112.00"), new Money(98_765_432L), 2),
                new LoanApplication.PurchaseContract("YS-2026-0099", LocalDate.of(2026, 10, 9), new Money(38_765_432L)),
                new LoanApplication.Terms(new Money(1L), 360, LoanApplication.RepaymentMethod.EQUAL_PRINCIPAL),
                new Accounts("虚构置业发展有限公司", "622200000001", "102", Accounts.PayeeKind.SUPERVISED_PRESALE, "621700000001"),
                List.of(),
                List.of(),
                new InitialOpinion("T0001", false, null),
                false);
    }
}
