package io.jinqiao.credit.record;

/**
 * A rule across items (校验规则).
 *
 * @param id the Center's, such as {@code BLE004}
 * @param group the segment whose rows are looked at one by one; -1 when the record is looked at once
 */
public record Rule(String id, String zh, String en, int group, Check check) {}
