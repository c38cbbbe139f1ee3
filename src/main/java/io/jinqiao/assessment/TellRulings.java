package io.jinqiao.assessment;

/** The bank is told what was ruled on what it contested, with the reasons in writing; from the next day on its working days to ask for the committee run. */
public record TellRulings(String periodNo, String by) {}
