package io.jinqiao.credit;

import io.jinqiao.message.CreditEnquiry.Reason;
import io.jinqiao.message.PartnerId;

/** Command: a person's report is wanted. @param person by part in the loan @param by log-in name */
public record AskForReport(PartnerId bank, String applicationNo, String person, Reason purpose, String by) {}
