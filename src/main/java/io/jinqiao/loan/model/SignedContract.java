package io.jinqiao.loan.model;

import io.jinqiao.message.Money;
import java.time.LocalDate;

/**
 * @param opinionNo opinion the contract was signed on
 * @param amount at most what was approved; this and no more is paid
 */
public record SignedContract(String contractNo, LocalDate signedOn, String opinionNo, Money amount) {}
