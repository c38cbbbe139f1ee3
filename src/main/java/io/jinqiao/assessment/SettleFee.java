package io.jinqiao.assessment;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;

/**
 * What was held back of a bank's fees is paid out; another person confirms it.
 *
 * @param until of periods that ended up to this day
 * @param document that says so
 */
public record SettleFee(PartnerId bank, LocalDate until, String document, String by) {}
