package io.jinqiao.repayment;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Command: a person agreed that the fund balance is taken for a loan (扣缴协议).
 *
 * @param until last day; null: no end agreed
 * @param document number of the document, 1 to 64 characters
 * @param by log-in name
 */
public record RegisterMandate(PartnerId bank, String accountNo, String mandateNo, LocalDate from, @Nullable LocalDate until, String document, String by) {}
