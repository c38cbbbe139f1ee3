package io.jinqiao.workbench.simulate.credit.report;

/** @param id of the rule that is broken @param tag the element to blame; {@link #WHOLE} for the record */
public record Flaw(String id, String tag) {
    public static final String WHOLE = "0000";
}
