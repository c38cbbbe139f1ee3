package io.jinqiao.opinion.form;

import io.jinqiao.message.ApprovedLoan;
import io.jinqiao.message.Digest;
import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Money;
import io.jinqiao.message.Party;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an opinion says, as the texts that are printed. Identity numbers and account numbers are masked here and nowhere in the
 * document in full.
 *
 * @param bankTitle name of the bank as it is addressed
 */
public record Opinion(ApprovedLoan loan, String bankTitle) {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final Set<Party.Role> NAMED = EnumSet.of(
            Party.Role.BORROWER,
            Party.Role.SPOUSE,
            Party.Role.CO_BORROWER,
            Party.Role.MORTGAGOR,
            Party.Role.GUARANTOR);

    /** One row of the form: a label and its text, or two of them side by side. */
    record Row(List<Cell> cells) {
        static Row of(String label, String text) {
            return new Row(List.of(new Cell(label, text, false)));
        }

        static Row of(String label, String text, String label2, String text2) {
            return new Row(List.of(new Cell(label, text, false), new Cell(label2, text2, false)));
        }
    }

    record Cell(String label, String text, boolean strong) {}

    String addressee() {
        return bankTitle + "（经办网点 " + loan.application().branchCode() + "）：";
    }

    String opening() {
        return "你行报送的借款申请（申请编号 " + loan.application().applicationNo() + "，受理编号 " + loan.acceptanceNo()
                + "）收悉。经审查、审批，同意按下列事项发放贷款。";
    }

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Party party : loan.application().parties()) {
            if (NAMED.contains(party.role())) {
                rows.add(Row.of(Labels.of(party.role()), party.name(), "证件号码", party.identity().masked()));
            }
        }
        rows.addAll(homeRows());
        rows.addAll(loanRows());
        rows.add(Row.of("放款条件", conditions()));
        rows.add(Row.of("有效期限", "至 " + day(loan.validTo()) + "（含当日）。逾期未签订借款合同的，本意见自行失效。"));
        rows.add(Row.of("审查人", loan.reviewedBy(), "审批人", loan.approvedBy()));
        return rows;
    }

    private List<Row> homeRows() {
        LoanApplication.Home home = loan.application().home();
        String unit = home.unitNumber() == null ? "—" : home.unitNumber().value();
        return List.of(
                Row.of("房屋坐落", home.address()),
                Row.of("不动产单元号", unit),
                Row.of(
                        "房屋类别", Labels.of(loan.application().homeKind()),
                        "建筑面积", home.builtArea().toPlainString() + " 平方米"));
    }

    private List<Row> loanRows() {
        LoanApplication.Terms applied = loan.application().terms();
        LoanApplication.Accounts accounts = loan.application().accounts();
        return List.of(
                Row.of("房屋总价", yuan(loan.application().home().price()), "申请金额", yuan(applied.amount())),
                new Row(List.of(new Cell(
                        "批准金额", yuan(loan.amount()) + "　（大写）" + ChineseAmount.of(loan.amount()), true))),
                Row.of("批准期限", months(loan.months()), "还款方式", Labels.of(applied.method())),
                Row.of(
                        "年利率",
                        loan.annualRate().toPlainString() + "%（利率版本 " + loan.rateVersion() + "，自 "
                                + day(loan.rateFrom()) + " 起执行；遇利率调整按国家规定执行）"),
                Row.of("收款账户", accounts.payeeName() + "，账号 " + tail(accounts.payeeAccountNo())));
    }

    private String conditions() {
        if (loan.conditions().isEmpty()) {
            return "无附加条件。";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < loan.conditions().size(); i++) {
            text.append(i == 0 ? "" : "\n").append(i + 1).append("．").append(loan.conditions().get(i));
        }
        return text.toString();
    }

    String decidedOn() {
        return day(loan.decidedOn());
    }

    /** Everything the form says, one text: what the check word in the QR code covers. */
    public Digest digest() {
        StringBuilder all = new StringBuilder(loan.opinionNo()).append('\n').append(loan.version()).append('\n');
        all.append(addressee()).append('\n').append(opening()).append('\n');
        rows().forEach(row -> row.cells().forEach(c -> all.append(c.label()).append('\t').append(c.text()).append('\n')));
        all.append(decidedOn());
        return Digest.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }

    private static String yuan(Money money) {
        return String.format(Locale.ROOT, "¥%,.2f", money.inYuan());
    }

    private static String months(int months) {
        return months % 12 == 0 ? months + " 个月（" + months / 12 + " 年）" : months + " 个月";
    }

    /** First and last four digits of an account number. */
    private static String tail(String account) {
        return account.length() < 10
                ? "*".repeat(account.length() - 2) + account.substring(account.length() - 2)
                : account.substring(0, 4) + "*".repeat(account.length() - 8) + account.substring(account.length() - 4);
    }
}
