package io.jinqiao.repayment;

import io.jinqiao.message.AnnualRate;
import io.jinqiao.message.Content;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Fields;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.LoanApplication.RepaymentMethod;
import io.jinqiao.message.Money;
import io.jinqiao.message.PartnerId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A loan a bank will tell of, with all that was agreed.
 *
 * @param accountNo DKZH
 * @param contractNo JKHTBH
 * @param applicationNo the bank's number of the application; null for a loan older than the gateway
 * @param amount DKFFE
 * @param months number of instalments; of a single repayment the months until it
 * @param rate DKLL on the day of disbursement
 * @param firstDue due day of instalment 1
 * @param balance principal owed at the end of {@code balanceOn}; what the bank tells begins the day after
 */
public record OpenLoan(
        PartnerId bank,
        String accountNo,
        @Nullable String contractNo,
        @Nullable String applicationNo,
        Money amount,
        int months,
        AnnualRate rate,
        RepaymentMethod method,
        LocalDate disbursedOn,
        LocalDate firstDue,
        Repricing repricing,
        Penalty penalty,
        Money balance,
        LocalDate balanceOn) {

    /** Reads one with every problem on the reader's list; null when there is one. */
    public static @Nullable OpenLoan read(PartnerId bank, Fields f) {
        int before = f.problems().size();
        String accountNo = f.text("accountNo", 30);
        String contractNo = f.optionalText("contractNo", 30);
        String applicationNo = f.optionalText("applicationNo", 32);
        Money amount = f.money("amount");
        int months = f.number("months", 1, 360);
        AnnualRate rate = f.value("rate", AnnualRate::parse);
        RepaymentMethod method = f.word("method", RepaymentMethod.class);
        LocalDate disbursedOn = f.date("disbursedOn");
        LocalDate firstDue = f.date("firstDue");
        Repricing.Day repricingDay = f.word("repricingDay", Repricing.Day.class);
        Repricing.Straddling straddling = f.word("straddling", Repricing.Straddling.class);
        Penalty.Base penaltyBase = f.word("penaltyBase", Penalty.Base.class);
        BigDecimal penaltyTimes = f.value("penaltyTimes", OpenLoan::times);
        DayCount dayCount = f.word("penaltyDays", DayCount.class);
        int graceDays = f.number("graceDays", 0, Penalty.MOST_GRACE);
        Money balance = f.moneyOrZero("balance");
        LocalDate balanceOn = f.date("balanceOn");
        if (f.problems().size() > before) {
            return null;
        }
        return new OpenLoan(
                bank, accountNo, contractNo, applicationNo, amount, months, rate, method, disbursedOn, firstDue, new Repricing(repricingDay, straddling),
                new Penalty(penaltyBase, penaltyTimes, dayCount, graceDays), balance, balanceOn);
    }

    private static BigDecimal times(String text) {
        if (!text.matches("[0-9](\\.[0-9]{1,4})?")) {
            throw new IllegalValue(FailureCode.FIELD_WRONG_FORM, "0-9.9999");
        }
        return new BigDecimal(text);
    }

    public Content.Group content() {
        return Content.group()
                .put("accountNo", accountNo)
                .put("contractNo", contractNo)
                .put("applicationNo", applicationNo)
                .put("amount", amount)
                .put("months", months)
                .put("rate", rate)
                .put("method", method)
                .put("disbursedOn", disbursedOn)
                .put("firstDue", firstDue)
                .put("repricingDay", repricing.day())
                .put("straddling", repricing.straddling())
                .put("penaltyBase", penalty.base())
                .put("penaltyTimes", penalty.times().toPlainString())
                .put("penaltyDays", penalty.dayCount())
                .put("graceDays", penalty.graceDays())
                .put("balance", balance)
                .put("balanceOn", balanceOn)
                .build();
    }
}
