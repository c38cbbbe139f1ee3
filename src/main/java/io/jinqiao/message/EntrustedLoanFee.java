package io.jinqiao.message;

import java.math.BigDecimal;

/**
 * The entrusted-loan fee of the period (委托贷款手续费).
 *
 * @param interestReceived interest really received on loans of this bank
 * @param rate contract rate in percent of the interest
 * @param coefficient 1.0000 is the full fee
 * @param heldBack part kept until the yearly settlement
 */
public record EntrustedLoanFee(Money interestReceived, BigDecimal rate, BigDecimal coefficient, Money amount, Money heldBack) {
    static EntrustedLoanFee read(Fields f) {
        return new EntrustedLoanFee(
                f.moneyOrZero("interestReceived"),
                f.value("rate", text -> Decimals.parse(text, 3, 4)),
                f.value("coefficient", text -> Decimals.parse(text, 1, 4)),
                f.moneyOrZero("amount"),
                f.moneyOrZero("heldBack"));
    }

    Content.Group content() {
        return Content.group()
                .put("interestReceived", interestReceived)
                .put("rate", rate.toPlainString())
                .put("coefficient", coefficient.toPlainString())
                .put("amount", amount)
                .put("heldBack", heldBack)
                .build();
    }
}
