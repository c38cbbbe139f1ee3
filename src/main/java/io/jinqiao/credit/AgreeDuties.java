package io.jinqiao.credit;

/**
 * Who does what of one loan towards the credit reference system, where it is not as its bank's agreement says for all.
 *
 * @param account identifier (账户标识码)
 * @param reporter who reports @param notifier who tells people before something adverse is told of them @param objections who answers objections (异议)
 * @param agreement number of the agreement that says so
 * @param reason for the other person, and for who asks later
 */
public record AgreeDuties(String account, Side reporter, Side notifier, Side objections, String agreement, String reason) {}
