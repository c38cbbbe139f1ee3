package io.jinqiao.loan.rules;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param assumptions data file with numbers to take for limits that are not known, such as {@code workbench/assumed-limits.yaml}; null:
 *     nothing is assumed, such clocks show no due day
 */
@ConfigurationProperties("jinqiao.loan")
public record LoanProperties(@Nullable String assumptions) {}
