package io.jinqiao.loan;

import java.time.LocalDate;

/** Command of the clock: end what was approved and not signed in time. */
public record ExpireApprovals(LocalDate today) {}
