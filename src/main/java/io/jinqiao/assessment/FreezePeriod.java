package io.jinqiao.assessment;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;

/** The facts of a bank's period are frozen and scored; after this nothing in them changes. @param first of a month, quarter or year as the contract has it @param last of it, a day that is over */
public record FreezePeriod(PartnerId bank, LocalDate first, LocalDate last, String by) {}
