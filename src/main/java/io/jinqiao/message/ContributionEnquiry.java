package io.jinqiao.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank asks for contribution facts a credit product of its own needs (缴存信息查询). Off by default; answered only under the person's separate
 * consent to this product, and only with the facts named in it.
 *
 * @param product the bank's product the facts are for
 * @param facts which facts are asked for; no more than the consent names
 */
public record ContributionEnquiry(
        String enquiryNo,
        String branchCode,
        Person person,
        String product,
        Consent consent,
        List<Asked> facts)
        implements CanonicalMessage {

    /** What may be asked for. */
    public enum Fact {
        STATE,
        MONTHS_PAID,
        BASE,
        MONTHLY_AMOUNT,
        LAST_PAID_MONTH,
        EMPLOYER
    }

    /** State of a contribution account. */
    public enum AccountState {
        PAYING,
        /** 封存 */
        SEALED,
        CLOSED,
        OTHER
    }

    /** @param fundAccountNo GRZH */
    public record Person(String name, Identity identity, @Nullable String fundAccountNo) {
        static Person read(Fields f) {
            return new Person(
                    f.text("name", 120),
                    f.group("identity", Identity::read),
                    f.optionalText("fundAccountNo", 20));
        }

        Content.Group content() {
            return Content.group()
                    .put("name", name)
                    .put("identity", identity.content())
                    .put("fundAccountNo", fundAccountNo)
                    .build();
        }
    }

    /**
     * The person's separate consent; it ends by itself and may be taken back before.
     *
     * @param product must be the product of the enquiry
     * @param document digest of the signed page
     */
    public record Consent(String consentNo, String product, LocalDate signedOn, LocalDate validTo, Digest document) {
        static Consent read(Fields f) {
            Consent read = new Consent(
                    f.text("consentNo", 40),
                    f.text("product", 60),
                    f.date("signedOn"),
                    f.date("validTo"),
                    f.value("document", Digest::new));
            if (read.signedOn() != null && read.validTo() != null && read.validTo().isBefore(read.signedOn())) {
                f.problem("validTo", FailureCode.FIELDS_DISAGREE, "signedOn");
            }
            return read;
        }

        Content.Group content() {
            return Content.group()
                    .put("consentNo", consentNo)
                    .put("product", product)
                    .put("signedOn", signedOn)
                    .put("validTo", validTo)
                    .put("document", document)
                    .build();
        }
    }

    public record Asked(Fact fact) {
        static Asked read(Fields f) {
            return new Asked(f.word("fact", Fact.class));
        }

        Content.Group content() {
            return Content.group()
                    .put("fact", fact)
                    .build();
        }
    }

    /**
     * Only what was asked for is there.
     *
     * @param asOf day the facts are from
     * @param state state of the account (annex A.6; its codes are not known to us)
     * @param monthsPaid months paid without a gap
     * @param base monthly base
     * @param lastPaidMonth first day of the last month paid for
     */
    public record Answer(
            String enquiryNo,
            LocalDate asOf,
            @Nullable AccountState state,
            @Nullable Integer monthsPaid,
            @Nullable Money base,
            @Nullable Money monthlyAmount,
            @Nullable LocalDate lastPaidMonth,
            @Nullable String employer) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(
                    f.text("enquiryNo", 32),
                    f.date("asOf"),
                    f.optionalWord("state", AccountState.class),
                    f.optionalNumber("monthsPaid", 0, 999),
                    f.optionalMoney("base"),
                    f.optionalMoney("monthlyAmount"),
                    f.optionalDate("lastPaidMonth"),
                    f.optionalText("employer", 255));
        }

        public Content.Group content() {
            return Content.group()
                    .put("enquiryNo", enquiryNo)
                    .put("asOf", asOf)
                    .put("state", state)
                    .put("monthsPaid", monthsPaid)
                    .put("base", base)
                    .put("monthlyAmount", monthlyAmount)
                    .put("lastPaidMonth", lastPaidMonth)
                    .put("employer", employer)
                    .build();
        }
    }

    static ContributionEnquiry read(Fields f) {
        ContributionEnquiry read = new ContributionEnquiry(
                f.text("enquiryNo", 32),
                f.text("branchCode", 20),
                f.group("person", Person::read),
                f.text("product", 60),
                f.group("consent", Consent::read),
                f.rows("facts", 1, 10, Asked::read));
        if (read.consent() != null && read.product() != null && !read.product().equals(read.consent().product())) {
            f.problem("consent.product", FailureCode.FIELDS_DISAGREE, "product");
        }
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.CONTRIBUTION_ENQUIRY;
    }

    @Override
    public @Nullable String businessKey() {
        return null;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("enquiryNo", enquiryNo)
                .put("branchCode", branchCode)
                .put("person", person.content())
                .put("product", product)
                .put("consent", consent.content())
                .rows("facts", facts.stream().map(Asked::content).toList())
                .build();
    }
}
