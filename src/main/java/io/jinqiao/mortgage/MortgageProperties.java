package io.jinqiao.mortgage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param pollEvery how long a case may be silent before it is asked about
 * @param pollAtOnce most cases asked about in one round
 * @param promisedDays working days a registry promises (国办发〔2019〕8号 aimed at 5); a city's own number goes here
 * @param legalDays working days the law allows at most (Interim Regulations, art. 20: 30); not checked against the text
 */
@ConfigurationProperties("jinqiao.mortgage")
public record MortgageProperties(
        @DefaultValue("4h") Duration pollEvery,
        @DefaultValue("500") int pollAtOnce,
        @DefaultValue("5") int promisedDays,
        @DefaultValue("30") int legalDays) {}
