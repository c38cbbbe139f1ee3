package io.jinqiao.opinion;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose seals this gateway accepts on electronic licences.
 *
 * @param organisations as their seals are named, such as {@code 示例市不动产登记中心}; none: no licence is fully checked
 */
@ConfigurationProperties("jinqiao.licence-verification")
public record LicenceSettings(@DefaultValue Set<String> organisations) {}
