package io.jinqiao.assessment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param standingMaxAge how long a node may go on with what it knows of a bank's standing
 * @param standingLapses how long a proposal about a bank's standing may wait for the second person
 * @param standingNotice how long before its effective time a decision that takes something from a bank is confirmed at the latest; nought: no notice was agreed on
 */
@ConfigurationProperties("jinqiao.assessment")
public record AssessmentProperties(@DefaultValue("1s") Duration standingMaxAge, @DefaultValue("30d") Duration standingLapses, @DefaultValue("0d") Duration standingNotice) {}
