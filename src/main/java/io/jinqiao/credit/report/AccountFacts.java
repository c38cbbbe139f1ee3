package io.jinqiao.credit.report;

import io.jinqiao.message.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a loan once, and again when it changes. Holds personal data: not for logs.
 *
 * @param account the whole identifier (账户标识码), provider's code first
 * @param office who manages it (业务管理机构代码)
 * @param opened day of disbursement
 * @param instalments how many were agreed, 1 to 999
 * @param repayMode code (还款方式)
 * @param guarantee code (担保方式)
 * @param funds code (业务经营类型); which one is the Center's to say, hence a setting
 * @param form code (贷款发放形式)
 * @param district of the application, 6 digits; null when unknown
 * @param contracts identifiers of its mortgage contracts, as their records 510 tell them
 */
public record AccountFacts(
        String account,
        Person borrower,
        String office,
        LocalDate opened,
        LocalDate due,
        Money amount,
        String repayMode,
        int instalments,
        String guarantee,
        String funds,
        String form,
        @Nullable String district,
        List<Responsible> others,
        List<String> contracts) {

    /** The borrower and each other who must pay, by their part: how they are named where no name may stand. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>(List.of("borrower"));
        for (int i = 0; i < others.size(); i++) {
            parts.add((others.get(i).type().equals("2") ? "guarantor-" : "co-borrower-") + (i + 1));
        }
        return List.copyOf(parts);
    }

    /** @param idType code (证件类型) */
    public record Person(String name, String idType, String idNumber) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    /**
     * Somebody else who must pay: co-borrower or guarantor.
     *
     * @param type code (还款责任人类型): 1 co-borrower, 2 guarantor
     * @param amount null for a co-borrower
     * @param contract identifier of the guarantee; null for a co-borrower
     */
    public record Responsible(Person person, String type, @Nullable Money amount, @Nullable String contract) {}
}
