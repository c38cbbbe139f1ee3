package io.jinqiao.console.rest;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The line to the centre's core system.
 *
 * @param url where it answers; null: applicant checks are answered "not checked"
 * @param token bearer token we show it; null: none
 * @param timeout for connecting, and again for the answer; within the budget of an answer at the counter
 */
@ConfigurationProperties("jinqiao.core")
record CoreProperties(@Nullable URI url, @Nullable String token, @DefaultValue("1500ms") Duration timeout) {}
