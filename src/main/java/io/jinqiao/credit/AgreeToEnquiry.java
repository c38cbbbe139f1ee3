package io.jinqiao.credit;

/** Command: a second person looked at an enquiry. @param by log-in name */
public record AgreeToEnquiry(long number, boolean agreed, String by) {}
