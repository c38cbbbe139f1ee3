package io.jinqiao.mortgage;

/**
 * Command: a person has looked at what is in doubt about a case. Nothing that was not taken is taken by it.
 *
 * @param reason what became of it
 */
public record Looked(String caseNo, String reason, String by) {}
