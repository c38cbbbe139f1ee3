package io.jinqiao.adapter;

import java.util.Map;

/** @param status HTTP status for HTTP channels; others ignore it */
public record WireAnswer(int status, Map<String, String> headers, byte[] body) {}
