package io.jinqiao.credit;

import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.Digest;
import io.jinqiao.message.PartnerId;
import java.time.LocalDate;

/**
 * Command: a written consent to be asked about (查询授权) is on file.
 *
 * @param person by part in the loan: {@code borrower}, {@code spouse}, {@code co-borrower-1}, {@code guarantor-1} …
 * @param lastDay valid to, inclusive
 * @param postLoan whether a clause of its own allows asking while the loan is repaid
 * @param document digest of what was signed
 * @param by log-in name
 */
public record GiveAuthorisation(
        PartnerId bank, String applicationNo, String person, Reason purpose, LocalDate signedOn, LocalDate lastDay, boolean postLoan, Digest document, String by) {}
