package io.jinqiao.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loan application taken at a bank counter (贷款申请).
 *
 * @param applicationNo the bank's number for it, up to 32 characters; the business key
 * @param branchCode branch that took it (承办网点)
 * @param acceptedOn business date at the counter
 * @param mortgagee who will hold the mortgage (抵押权人), by credit code
 * @param attachments scans by digest; review waits until all of them are here
 * @param mortgageRequest the branch also prepared the mortgage request ("one visit"); it is held, not sent
 */
public record LoanApplication(
        String applicationNo,
        String branchCode,
        LocalDate acceptedOn,
        LoanKind loanKind,
        HomeKind homeKind,
        List<Party> parties,
        CreditCode mortgagee,
        Home home,
        PurchaseContract contract,
        Terms terms,
        Accounts accounts,
        List<Authorisation> authorisations,
        List<AttachmentRef> attachments,
        InitialOpinion initialOpinion,
        boolean mortgageRequest)
        implements CanonicalMessage {

    /** Loan type (annex A.12). */
    public enum LoanKind {
        FUND,
        COMBINED,
        INTEREST_SUBSIDISED,
        CONVERTED_COMMERCIAL,
        OTHER
    }

    public enum HomeKind {
        PRE_SOLD,
        NEW,
        RESALE,
        SELF_BUILT,
        RENOVATED
    }

    /** Repayment method (annex A.11). */
    public enum RepaymentMethod {
        EQUAL_INSTALMENT,
        EQUAL_PRINCIPAL,
        SINGLE_REPAYMENT,
        FREE,
        OTHER
    }

    /**
     * @param address FWZL
     * @param builtArea square metres, two decimals (FWJZMJ)
     * @param price FWZJ
     * @param ordinal first or second home of the family, 1 or 2
     */
    public record Home(String address, @Nullable UnitNumber unitNumber, BigDecimal builtArea, Money price, int ordinal) {
        static Home read(Fields f) {
            return new Home(
                    f.text("address", 255),
                    f.optionalValue("unitNumber", UnitNumber::new),
                    f.value("builtArea", Home::area),
                    f.money("price"),
                    f.number("ordinal", 1, 9));
        }

        private static BigDecimal area(String text) {
            if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,2})?") || new BigDecimal(text).signum() == 0) {
                throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "平方米，至多 2 位小数，大于 0 / square metres, up to 2 decimals, above 0");
            }
            return new BigDecimal(text).setScale(2);
        }

        Content.Group content() {
            return Content.group()
                    .put("address", address)
                    .put("unitNumber", unitNumber)
                    .put("builtArea", builtArea.toPlainString())
                    .put("price", price)
                    .put("ordinal", ordinal)
                    .build();
        }
    }

    /** @param downPayment GFSFK */
    public record PurchaseContract(String contractNo, LocalDate signedOn, Money downPayment) {
        static PurchaseContract read(Fields f) {
            return new PurchaseContract(f.text("contractNo", 30), f.date("signedOn"), f.money("downPayment"));
        }

        Content.Group content() {
            return Content.group()
                    .put("contractNo", contractNo)
                    .put("signedOn", signedOn)
                    .put("downPayment", downPayment)
                    .build();
        }
    }

    /** @param months number of instalments (DKQS), 1 to 360 */
    public record Terms(Money amount, int months, RepaymentMethod method) {
        static Terms read(Fields f) {
            return new Terms(f.money("amount"), f.number("months", 1, 360), f.word("method", RepaymentMethod.class));
        }

        Content.Group content() {
            return Content.group()
                    .put("amount", amount)
                    .put("months", months)
                    .put("method", method)
                    .build();
        }
    }

    /**
     * @param payeeKind whose account receives the money: supervised presale account, seller, escrow, creditor bank
     * @param repaymentAccountNo HKZH
     */
    public record Accounts(
            String payeeName, String payeeAccountNo, String payeeBankCode, PayeeKind payeeKind, String repaymentAccountNo) {
        public enum PayeeKind {
            SUPERVISED_PRESALE,
            SELLER,
            ESCROW,
            CREDITOR_BANK
        }

        static Accounts read(Fields f) {
            return new Accounts(
                    f.text("payeeName", 255),
                    f.value("payeeAccountNo", Form::accountNo),
                    f.text("payeeBankCode", 14),
                    f.word("payeeKind", PayeeKind.class),
                    f.value("repaymentAccountNo", Form::accountNo));
        }

        Content.Group content() {
            return Content.group()
                    .put("payeeName", payeeName)
                    .put("payeeAccountNo", payeeAccountNo)
                    .put("payeeBankCode", payeeBankCode)
                    .put("payeeKind", payeeKind)
                    .put("repaymentAccountNo", repaymentAccountNo)
                    .build();
        }
    }

    /**
     * A person's signed consent to a named purpose.
     *
     * @param identityNumber of the party who signed
     * @param purpose such as {@code credit-enquiry}, {@code data-use}
     * @param document digest of the signed page
     */
    public record Authorisation(
            String identityNumber, String purpose, LocalDate signedOn, LocalDate validTo, Digest document) {
        static Authorisation read(Fields f) {
            return new Authorisation(
                    f.text("identityNumber", 30),
                    f.text("purpose", 40),
                    f.date("signedOn"),
                    f.date("validTo"),
                    f.value("document", Digest::new));
        }

        Content.Group content() {
            return Content.group()
                    .put("identityNumber", identityNumber)
                    .put("purpose", purpose)
                    .put("signedOn", signedOn)
                    .put("validTo", validTo)
                    .put("document", document)
                    .build();
        }

        @Override
        public String toString() {
            return "authorisation for " + purpose + " until " + validTo;
        }
    }

    /** The branch's own opinion (初审意见). @param operatorNo who gave it */
    public record InitialOpinion(String operatorNo, boolean recommended, @Nullable String remark) {
        static InitialOpinion read(Fields f) {
            return new InitialOpinion(f.text("operatorNo", 20), f.flag("recommended"), f.optionalText("remark", 500));
        }

        Content.Group content() {
            return Content.group()
                    .put("operatorNo", operatorNo)
                    .put("recommended", recommended)
                    .put("remark", remark)
                    .build();
        }
    }

    static LoanApplication read(Fields f) {
        LoanApplication read = new LoanApplication(
                f.text("applicationNo", 32),
                f.text("branchCode", 20),
                f.date("acceptedOn"),
                f.word("loanKind", LoanKind.class),
                f.word("homeKind", HomeKind.class),
                f.rows("parties", 1, 20, Party::read),
                f.value("mortgagee", CreditCode::new),
                f.group("home", Home::read),
                f.group("contract", PurchaseContract::read),
                f.group("terms", Terms::read),
                f.group("accounts", Accounts::read),
                f.rows("authorisations", 0, 20, Authorisation::read),
                f.rows("attachments", 0, 50, AttachmentRef::read),
                f.group("initialOpinion", InitialOpinion::read),
                f.flag("mortgageRequest"));
        if (read.parties().stream().filter(p -> p.role() == Party.Role.BORROWER).count() > 1) {
            f.problem("parties", FailureCode.FIELD_WRONG_FORM, "one borrower");
        }
        if (!read.parties().isEmpty() && read.parties().stream().noneMatch(p -> p.role() == Party.Role.BORROWER)
                && read.parties().stream().allMatch(p -> p.role() != null)) {
            f.problem("parties", FailureCode.FIELD_MISSING);
        }
        f.refuseProblems();
        return read;
    }

    public Party borrower() {
        return parties.stream().filter(p -> p.role() == Party.Role.BORROWER).findFirst().orElseThrow();
    }

    /** Who answers for the loan, by their part in it, in the order of the application: borrower, spouse, co-borrower-1, guarantor-1 … */
    public Map<String, Party> people() {
        Map<String, Party> people = new LinkedHashMap<>();
        Map<Party.Role, Integer> counts = new EnumMap<>(Party.Role.class);
        parties.stream().filter(Party::answersForTheLoan).forEach(party -> {
            int count = counts.merge(party.role(), 1, Integer::sum);
            boolean one = party.role() == Party.Role.BORROWER || party.role() == Party.Role.SPOUSE;
            people.put(one ? Words.of(party.role()) : Words.of(party.role()) + "-" + count, party);
        });
        return people;
    }

    @Override
    public Operation operation() {
        return Operation.LOAN_APPLICATION;
    }

    @Override
    public String businessKey() {
        return applicationNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("applicationNo", applicationNo)
                .put("branchCode", branchCode)
                .put("acceptedOn", acceptedOn)
                .put("loanKind", loanKind)
                .put("homeKind", homeKind)
                .rows("parties", parties.stream().map(Party::content).toList())
                .put("mortgagee", mortgagee)
                .put("home", home.content())
                .put("contract", contract.content())
                .put("terms", terms.content())
                .put("accounts", accounts.content())
                .rows("authorisations", authorisations.stream().map(Authorisation::content).toList())
                .rows("attachments", attachments.stream().map(AttachmentRef::content).toList())
                .put("initialOpinion", initialOpinion.content())
                .put("mortgageRequest", mortgageRequest)
                .build();
    }
}
