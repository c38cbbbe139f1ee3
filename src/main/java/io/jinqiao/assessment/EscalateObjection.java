package io.jinqiao.assessment;

/**
 * A bank takes a rejected objection to the committee (申请管委会复议) on paper; somebody at the centre enters it.
 *
 * @param objection our number of it
 * @param document number of the bank's letter
 */
public record EscalateObjection(long objection, String reason, String document, String by) {}
