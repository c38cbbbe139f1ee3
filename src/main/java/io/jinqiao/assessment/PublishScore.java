package io.jinqiao.assessment;

/** The bank is told its provisional score and its own cases; from the next day on its working days to object run. */
public record PublishScore(String periodNo, String by) {}
