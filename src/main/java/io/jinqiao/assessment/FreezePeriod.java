package io.jinqiao.assessment;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;

/** The facts of a bank's period are frozen and scored; after this nothing in them changes. @param last a day that is over */
public record FreezePeriod(PartnerId bank, LocalDate first, LocalDate last, String by) {}
