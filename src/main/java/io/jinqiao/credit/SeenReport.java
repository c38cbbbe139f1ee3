package io.jinqiao.credit;

import io.jinqiao.message.ReportFacts;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of a report.
 *
 * @param number of the enquiry that brought it
 * @param facts null: the Center has no record of the person
 */
public record SeenReport(long number, @Nullable ReportFacts facts) {}
