package io.jinqiao.credit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code jinqiao.credit.*}.
 *
 * @param files directory below {@code jinqiao.home} in which files of records lie until they are delivered
 */
@ConfigurationProperties("jinqiao.credit")
public record CreditProperties(@DefaultValue("credit/files") Path files) {}
