package io.jinqiao.assessment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param standingMaxAge how long a node may go on with what it knows of a bank's standing */
@ConfigurationProperties("jinqiao.assessment")
public record AssessmentProperties(@DefaultValue("1s") Duration standingMaxAge) {}
