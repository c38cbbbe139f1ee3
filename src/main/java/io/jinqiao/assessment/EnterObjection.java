package io.jinqiao.assessment;

/**
 * A bank contests a case on paper; somebody at the centre enters it.
 *
 * @param toldNo number of the case as the bank was told it
 * @param document number of the bank's letter, once for each case
 */
public record EnterObjection(String periodNo, String toldNo, String reason, String document, String by) {}
