package io.jinqiao.workbench.simulate.credit.enquiry;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A personal report as XML. The sheet names the blocks (PRH, PCO, PDA with PD01A, PD01C, PD01E, PHF with PF05A, POQ) and the items of PRH; names of items
 * inside the other blocks follow the same scheme as is usual in the trade, and are not confirmed.
 */
final class ReportXml {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private ReportXml() {}

    /** @param number of the report @param reason why it was asked for @param asking organisation */
    static String write(String number, LocalDateTime now, String name, String idType, String idNumber, String asking, String reason, Profile profile) {
        List<Profile.Loan> loans = profile.loans();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Document>"
                + tag("PRH", tag("PA01", tag("PA01A", tag("PA01AI01", number) + tag("PA01AR01", TIME.format(now)))
                        + tag("PA01B", tag("PA01BQ01", text(name)) + tag("PA01BD01", idType) + tag("PA01BI01", text(idNumber)) + tag("PA01BI02", asking) + tag("PA01BD02", reason))))
                + tag("PCO", tag("PC02", tag("PC02A", tag("PC02AS01", "" + loans.size()) + tag("PC02AS02", "1"))))
                + tag("PDA", loans.stream().map(loan -> loan(loan, YearMonth.from(now).minusMonths(1))).collect(Collectors.joining()))
                + (profile.participates() ? tag("PHF", fund(now)) : "")
                + tag("POQ", tag("PH01", tag("PH010R01", now.toLocalDate().minusDays(40).toString()) + tag("PH010D01", "11") + tag("PH010Q03", "02")))
                + "</Document>";
    }

    private static String loan(Profile.Loan loan, YearMonth latest) {
        return tag("PD01", basics(loan) + (loan.closed() == null ? month(loan, latest) : closed(loan)) + history(loan, latest));
    }

    private static String basics(Profile.Loan loan) {
        return tag("PD01A", tag("PD01AI01", loan.number()) + tag("PD01AD01", "D1") + tag("PD01AD02", loan.institution()) + tag("PD01AI02", "INVENTED" + loan.number()) + tag("PD01AD03", loan.kind())
                + tag("PD01AR01", loan.opened()) + tag("PD01AD04", "CNY") + tag("PD01AJ01", "" + loan.amount()) + tag("PD01AR02", loan.due()) + tag("PD01AD05", "11") + tag("PD01AD06", "03") + tag("PD01AD07", "2"));
    }

    private static String month(Profile.Loan loan, YearMonth latest) {
        boolean late = loan.overduePeriods() > 0;
        return tag("PD01C", tag("PD01CR01", latest.toString()) + tag("PD01CD01", late ? "2" : "1") + tag("PD01CJ01", "" + loan.balance()) + tag("PD01CD02", late ? "2" : "1") + tag("PD01CJ04", "" + loan.instalment())
                + tag("PD01CJ05", late ? "0" : "" + loan.instalment()) + tag("PD01CS02", "" + loan.overduePeriods()) + tag("PD01CJ06", "" + loan.overdue()));
    }

    private static String closed(Profile.Loan loan) {
        return tag("PD01B", tag("PD01BD01", "3") + tag("PD01BR01", String.valueOf(loan.closed())) + tag("PD01BJ01", "0"));
    }

    private static String history(Profile.Loan loan, YearMonth latest) {
        StringBuilder months = new StringBuilder();
        int count = loan.statuses().length();
        for (int i = 0; i < count; i++) {
            char status = loan.statuses().charAt(i);
            long overdue = Character.isDigit(status) ? (status - '0') * Math.max(loan.instalment(), 1) : 0;
            months.append(tag("PD01EH", tag("PD01ER03", latest.minusMonths(count - 1L - i).toString()) + tag("PD01ED01", "" + status) + tag("PD01EJ01", "" + overdue)));
        }
        return tag("PD01E", tag("PD01ER01", latest.minusMonths(count - 1L).toString()) + tag("PD01ER02", latest.toString()) + tag("PD01ES01", "" + count) + months);
    }

    private static String fund(LocalDateTime now) {
        return tag("PF05", tag("PF05A", tag("PF05AQ01", "测试市") + tag("PF05AR01", "2010-07-01") + tag("PF05AD01", "1") + tag("PF05AR02", "2010-07") + tag("PF05AR03", YearMonth.from(now).minusMonths(1).toString()) + tag("PF05AS01", "12")
                + tag("PF05AS02", "12") + tag("PF05AJ01", "2400") + tag("PF05AQ02", "测试单位") + tag("PF05AR04", now.toLocalDate().minusDays(15).toString())));
    }

    private static String tag(String name, String inside) {
        return "<" + name + ">" + inside + "</" + name + ">";
    }

    private static String text(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
