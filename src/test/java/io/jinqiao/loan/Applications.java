package io.jinqiao.loan;

import io.jinqiao.message.AttachmentRef;
import io.jinqiao.message.CreditCode;
import io.jinqiao.message.Digest;
import io.jinqiao.message.Identity;
import io.jinqiao.message.IdentityNumber;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.LoanApplication.Accounts;
import io.jinqiao.message.LoanApplication.Accounts.PayeeKind;
import io.jinqiao.message.LoanApplication.Authorisation;
import io.jinqiao.message.LoanApplication.Home;
import io.jinqiao.message.LoanApplication.HomeKind;
import io.jinqiao.message.LoanApplication.InitialOpinion;
import io.jinqiao.message.LoanApplication.LoanKind;
import io.jinqiao.message.LoanApplication.PurchaseContract;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.LoanApplication.Terms;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import io.jinqiao.message.Party.Role;
import io.jinqiao.message.UnitNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Invented applications that break no rule; tests bend them. */
public final class Applications {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    public static final byte[] IDENTITY_SCAN = "scan of an identity card".getBytes(StandardCharsets.UTF_8);
    public static final byte[] CONTRACT_SCAN = "scan of a purchase contract".getBytes(StandardCharsets.UTF_8);

    private static final CreditCode MORTGAGEE =
            new CreditCode("91110000100000001" + CreditCode.checkCharacter("91110000100000001"));

    private String applicationNo = "APP-1";
    private LoanKind loanKind = LoanKind.FUND;
    private HomeKind homeKind = HomeKind.RESALE;
    private final List<Party> parties = new ArrayList<>();
    private final List<Authorisation> authorisations = new ArrayList<>();
    private final List<AttachmentRef> attachments = new ArrayList<>();
    private Home home = new Home(
            "测试市桥东区 1 号", new UnitNumber("110101001001GB00001F00010001"), new BigDecimal("89.50"), yuan(1_000_000), 1);
    private Money downPayment = yuan(400_000);
    private Terms terms = new Terms(yuan(600_000), 240, RepaymentMethod.EQUAL_INSTALMENT);
    private PayeeKind payeeKind = PayeeKind.SELLER;
    private boolean mortgageRequest;
    private LocalDate acceptedOn = DAY;

    private Applications() {}

    /** One borrower of 35 with two scans; an existing home. */
    public static Applications good() {
        Applications good = new Applications();
        good.parties.add(person(Role.BORROWER, "张三", "19910101", 1, 20_000));
        good.parties.add(person(Role.SELLER, "李四", "19700101", 2, 0));
        good.authorise(0, DAY.plusYears(1));
        good.attachments.add(scan("identity-card", IDENTITY_SCAN));
        good.attachments.add(scan("purchase-contract", CONTRACT_SCAN));
        return good;
    }

    public static Money yuan(long yuan) {
        return new Money(yuan * 100);
    }

    public static AttachmentRef scan(String kind, byte[] bytes) {
        return new AttachmentRef(kind, Digest.of(bytes), bytes.length);
    }

    /** An identity number with the right check character that belongs to nobody. */
    public static String identity(String born, int order) {
        String first = "110101" + born + String.format("%03d", order);
        return first + IdentityNumber.checkCharacter(first);
    }

    public static Party person(Role role, String name, String born, int order, long income) {
        return new Party(
                role, name, new Identity(Identity.Type.RESIDENT_ID, identity(born, order)), null, yuan(income), "13800000000");
    }

    public Applications no(String number) {
        applicationNo = number;
        return this;
    }

    public Applications loanKind(LoanKind kind) {
        loanKind = kind;
        return this;
    }

    public Applications homeKind(HomeKind kind, PayeeKind payee) {
        homeKind = kind;
        payeeKind = payee;
        return this;
    }

    public Applications with(Party party) {
        parties.add(party);
        return this;
    }

    public Applications borrower(Party borrower) {
        parties.set(0, borrower);
        authorisations.clear();
        return authorise(0, DAY.plusYears(1));
    }

    public Applications authorise(int party, LocalDate validTo) {
        String number = parties.get(party).identity().number();
        authorisations.removeIf(a -> a.identityNumber().equals(number));
        authorisations.add(
                new Authorisation(number, "credit-enquiry", DAY.minusDays(1), validTo, Digest.of(number.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    public Applications withoutAuthorisations() {
        authorisations.clear();
        return this;
    }

    public Applications without(String attachment) {
        attachments.removeIf(ref -> ref.kind().equals(attachment));
        return this;
    }

    /** Lists one more scan. */
    public Applications attach(String kind) {
        attachments.add(scan(kind, kind.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public Applications withoutScans() {
        attachments.clear();
        return this;
    }

    public Applications terms(long yuan, int months) {
        terms = new Terms(yuan(yuan), months, RepaymentMethod.EQUAL_INSTALMENT);
        return this;
    }

    public Applications method(RepaymentMethod method) {
        terms = new Terms(terms.amount(), terms.months(), method);
        return this;
    }

    public Applications home(long price, long down, int ordinal) {
        home = new Home(home.address(), home.unitNumber(), home.builtArea(), yuan(price), ordinal);
        downPayment = yuan(down);
        return this;
    }

    public Applications mortgageRequest() {
        mortgageRequest = true;
        return this;
    }

    public Applications acceptedOn(LocalDate day) {
        acceptedOn = day;
        return this;
    }

    public LoanApplication build() {
        return new LoanApplication(
                applicationNo,
                "0102",
                acceptedOn,
                loanKind,
                homeKind,
                parties,
                MORTGAGEE,
                home,
                new PurchaseContract("GF-2026-1", DAY.minusDays(20), downPayment),
                terms,
                new Accounts("李四", "6222020200001111", "102100000001", payeeKind, "6222020200002222"),
                authorisations,
                attachments,
                new InitialOpinion("OP01", true, null),
                mortgageRequest);
    }

    @Override
    public String toString() {
        return build().toString();
    }
}
