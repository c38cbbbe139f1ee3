package io.jinqiao.credit.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a borrower beside the loan. Holds personal data: not for logs.
 *
 * @param key the same for the same name, type and number of identity, by which the Center knows a person, whichever loan tells of them; no personal data
 * @param sex code (性别)
 * @param marital code (婚姻状况)
 * @param spouse null for who has none, or is not married
 * @param education code (学历) and @param degree code (学位)
 * @param employment code (就业状况)
 * @param employer null for who has none
 * @param residence code (居住状况)
 * @param updated when all this was learnt
 */
public record PersonFacts(
        String key,
        AccountFacts.Person person,
        LocalDate born,
        String sex,
        String marital,
        AccountFacts.@Nullable Person spouse,
        String education,
        String degree,
        String employment,
        @Nullable String employer,
        String residence,
        String address,
        LocalDate updated) {
    @Override
    public String toString() {
        return "PersonFacts";
    }
}
