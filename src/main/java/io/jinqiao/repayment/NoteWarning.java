package io.jinqiao.repayment;

import java.time.LocalDate;

/**
 * Command: a collector says what was done about a warning.
 *
 * @param note 1 to 500 characters
 * @param until until when it needs nobody
 * @param by log-in name
 */
public record NoteWarning(long number, String note, LocalDate until, String by) {}
