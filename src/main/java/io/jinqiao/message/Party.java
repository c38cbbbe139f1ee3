package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * A person or firm with a role in the loan.
 *
 * @param name as on the identity document, up to 120 characters (JKRXM, GTJKRXM)
 * @param fundAccountNo individual contribution account (个人账号, GRZH), when the party has one
 * @param monthlyIncome verified monthly income (YSR), for borrower, spouse and co-borrowers
 * @param mobile mobile number (SJHM), 11 digits
 */
public record Party(
        Role role,
        String name,
        Identity identity,
        @Nullable String fundAccountNo,
        @Nullable Money monthlyIncome,
        @Nullable String mobile) {
    public enum Role {
        BORROWER,
        SPOUSE,
        CO_BORROWER,
        MORTGAGOR,
        SELLER,
        GUARANTOR,
        DEVELOPER
    }

    static Party read(Fields f) {
        return new Party(
                f.word("role", Role.class),
                f.text("name", 120),
                f.group("identity", Identity::read),
                f.optionalText("fundAccountNo", 20),
                f.optionalMoney("monthlyIncome"),
                f.optionalValue("mobile", Form::mobile));
    }

    Content.Group content() {
        return Content.group()
                .put("role", role)
                .put("name", name)
                .put("identity", identity.content())
                .put("fundAccountNo", fundAccountNo)
                .put("monthlyIncome", monthlyIncome)
                .put("mobile", mobile)
                .build();
    }

    /** Whether this party's own money or credit stands behind the loan, so that its authorisation is needed. */
    public boolean answersForTheLoan() {
        return role == Role.BORROWER || role == Role.SPOUSE || role == Role.CO_BORROWER || role == Role.GUARANTOR;
    }

    @Override
    public String toString() {
        return role + " " + identity;
    }
}
