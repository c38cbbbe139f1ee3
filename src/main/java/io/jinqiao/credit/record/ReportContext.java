package io.jinqiao.credit.record;

import java.time.LocalDate;

/** What a record is checked against besides itself. @param fileDate the day its file is made */
public record ReportContext(Reporter reporter, LocalDate fileDate) {}
