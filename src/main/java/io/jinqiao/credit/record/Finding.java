package io.jinqiao.credit.record;

/**
 * A rule that a record breaks. Carries no values.
 *
 * @param rule the Center's id
 * @param item the offending tag, {@code 0000} for the whole record
 */
public record Finding(String rule, String item, String zh, String en) {
    @Override
    public String toString() {
        return rule + " " + item + ": " + zh + " / " + en;
    }
}
