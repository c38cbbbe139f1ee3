package io.jinqiao.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a credit report (信用报告) says, as far as rules about loans need it; amounts in whole yuan as the Center has them. Personal data: kept concealed, shown
 * to who asks to see it only.
 *
 * @param reportNo the Center's number
 * @param reportedAt as it stands there
 * @param loans accounts, those closed among them
 * @param open accounts that are not closed
 * @param overdueNow accounts with arrears
 * @param overdueAmount arrears of all
 * @param overdueMonths months with arrears in what the histories show, of all accounts
 * @param longestOverdue instalments in a row that were unpaid at most
 * @param balance of open accounts
 * @param monthlyDue what falls due in a month
 * @param participates whether a fund tells of contributions
 * @param enquiries how often somebody asked, as far as it is told
 */
public record ReportFacts(
        String reportNo,
        @Nullable String reportedAt,
        int loans,
        int open,
        int overdueNow,
        long overdueAmount,
        int overdueMonths,
        int longestOverdue,
        long balance,
        long monthlyDue,
        List<HousingLoan> housing,
        boolean participates,
        int enquiries) {
    private static final int MANY = 9_999;
    private static final int LONG = 64;

    /** @param fund whether it is a fund's; else a bank's @param opened null: not told @param balance in yuan */
    public record HousingLoan(boolean fund, @Nullable String opened, long amount, long balance, boolean closed) {
        static HousingLoan read(Fields f) {
            return new HousingLoan(f.flag("fund"), f.optionalText("opened", LONG), ReportFacts.yuan(f, "amount"), ReportFacts.yuan(f, "balance"), f.flag("closed"));
        }

        Content.Group content() {
            return Content.group().put("fund", fund).put("opened", opened).put("amount", "" + amount).put("balance", "" + balance).put("closed", closed).build();
        }
    }

    public ReportFacts {
        housing = List.copyOf(housing);
    }

    /** Housing loans that are not closed. */
    public long openHousing() {
        return housing.stream().filter(loan -> !loan.closed()).count();
    }

    /** @throws io.jinqiao.message.Refusal with every problem */
    public static ReportFacts of(Content.Group content) {
        Fields f = Fields.of(content);
        ReportFacts read = new ReportFacts(
                f.text("reportNo", LONG), f.optionalText("reportedAt", LONG), f.number("loans", 0, MANY), f.number("open", 0, MANY), f.number("overdueNow", 0, MANY), yuan(f, "overdueAmount"),
                f.number("overdueMonths", 0, MANY), f.number("longestOverdue", 0, MANY), yuan(f, "balance"), yuan(f, "monthlyDue"), f.rows("housing", 0, MANY, HousingLoan::read), f.flag("participates"),
                f.number("enquiries", 0, MANY));
        f.refuseProblems();
        return read;
    }

    private static long yuan(Fields f, String name) {
        Long read = f.value(name, Long::valueOf);
        return read == null ? 0 : read;
    }

    public Content.Group content() {
        return Content.group()
                .put("reportNo", reportNo)
                .put("reportedAt", reportedAt)
                .put("loans", loans)
                .put("open", open)
                .put("overdueNow", overdueNow)
                .put("overdueAmount", "" + overdueAmount)
                .put("overdueMonths", overdueMonths)
                .put("longestOverdue", longestOverdue)
                .put("balance", "" + balance)
                .put("monthlyDue", "" + monthlyDue)
                .rows("housing", housing.stream().map(HousingLoan::content).toList())
                .put("participates", participates)
                .put("enquiries", enquiries)
                .build();
    }

    @Override
    public String toString() {
        return "facts of report " + reportNo;
    }
}
