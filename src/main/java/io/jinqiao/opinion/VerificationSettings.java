package io.jinqiao.opinion;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose seals this gateway accepts on opinions.
 *
 * @param organisations besides the centre's own name: organisations as their certificates write them
 */
@ConfigurationProperties("jinqiao.opinion-verification")
public record VerificationSettings(@DefaultValue Set<String> organisations) {}
