package io.jinqiao.assessment.scheme;

/** The same in two languages. */
public record Title(String zh, String en) {}
