package io.jinqiao.credit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code jinqiao.credit.*}; paths are relative to {@code jinqiao.home}.
 *
 * @param files directory in which files of records lie until they are delivered
 * @param out directory the Center's front-end machine takes files from; null: nothing is delivered, and nothing fetched
 * @param in directory it leaves answers in
 */
@ConfigurationProperties("jinqiao.credit")
public record CreditProperties(@DefaultValue("credit/files") Path files, @Nullable Path out, @DefaultValue("credit/in") Path in) {}
