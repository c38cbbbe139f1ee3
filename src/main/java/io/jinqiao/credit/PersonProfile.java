package io.jinqiao.credit;

import io.jinqiao.message.Content;
import io.jinqiao.message.Fields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the Center wants to know of a borrower and no application tells; the core system does. Codes are the Center's. Holds personal data: not for logs.
 *
 * @param marital 婚姻状况
 * @param education 学历
 * @param degree 学位
 * @param employment 就业状况
 * @param employer null for who has none
 * @param residence 居住状况
 * @param updated when all this was learnt
 */
public record PersonProfile(
        String marital, String education, String degree, String employment, @Nullable String employer, String residence, String address, LocalDate updated) {
    private static final int CODE = 2;

    /** Every problem is on the reader's list; refuses when there is one. */
    public static PersonProfile read(Fields f) {
        PersonProfile read = new PersonProfile(
                f.text("marital", CODE), f.text("education", CODE), f.text("degree", CODE), f.text("employment", CODE), f.optionalText("employer", 80),
                f.text("residence", CODE), f.text("address", 100), f.date("updated"));
        f.refuseProblems();
        return read;
    }

    public Content.Group content() {
        return Content.group()
                .put("marital", marital)
                .put("education", education)
                .put("degree", degree)
                .put("employment", employment)
                .put("employer", employer)
                .put("residence", residence)
                .put("address", address)
                .put("updated", updated)
                .build();
    }

    @Override
    public String toString() {
        return "PersonProfile of " + updated;
    }
}
