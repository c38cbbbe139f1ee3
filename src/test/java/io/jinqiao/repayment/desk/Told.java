package io.jinqiao.repayment.desk;

import io.jinqiao.message.Content;
import java.time.LocalDate;

/** Rows a test's bank tells, begun with one in which everything was paid as planned. */
record Told(Content.Group row) {
    static Told paid(String account, int instalment, LocalDate dueOn, long principal, long balance) {
        return new Told(Content.group()
                .put("loanAccountNo", account)
                .put("instalment", instalment)
                .put("dueOn", dueOn)
                .put("accountingDate", dueOn)
                .put("paidOn", dueOn)
                .put("paid", parts(principal, 5_000))
                .put("unpaid", parts(0, 0))
                .put("source", "bank-account")
                .put("balance", balance)
                .put("remainingMonths", 100)
                .put("result", "paid")
                .put("hostSerial", "H" + account + instalment)
                .build());
    }

    static Told unpaid(String account, int instalment, LocalDate dueOn, long principal, long balance) {
        Told paid = paid(account, instalment, dueOn, principal, balance);
        return new Told(without(paid.row, "paidOn", "source")
                .with("paid", parts(0, 0))
                .with("unpaid", parts(principal, 5_000))
                .with("result", "insufficient-funds"));
    }

    private static Content.Group without(Content.Group group, String... names) {
        Content.GroupBuilder less = Content.group();
        group.members().forEach((name, value) -> {
            if (!java.util.List.of(names).contains(name)) {
                less.put(name, value);
            }
        });
        return less.build();
    }

    Told on(LocalDate accountingDate) {
        return with("accountingDate", accountingDate);
    }

    Told with(String name, Object value) {
        return new Told(row.with(name, value.toString()));
    }

    static Content.Group parts(long principal, long interest) {
        return Content.group()
                .put("principal", principal)
                .put("overduePrincipal", 0)
                .put("interest", interest)
                .put("overdueInterest", 0)
                .put("penalty", 0)
                .put("fine", 0)
                .build();
    }
}
