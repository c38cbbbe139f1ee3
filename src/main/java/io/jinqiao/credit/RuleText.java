package io.jinqiao.credit;

/** What a rule asks for, for people. @param id the Center's, or a word of the house such as {@code NOTICE} */
public record RuleText(String id, String zh, String en) {}
