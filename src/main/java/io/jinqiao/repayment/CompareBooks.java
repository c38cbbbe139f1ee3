package io.jinqiao.repayment;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;

/** Command: compare the books of an accounting date again. */
public record CompareBooks(PartnerId bank, LocalDate day) {}
