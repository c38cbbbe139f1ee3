package io.jinqiao.opinion;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands on the opinions of this centre.
 *
 * @param centre full name, on the letterhead and the seal; the default is a placeholder
 * @param sealPurpose line below the star
 * @param sealKey alias of the key that seals when no device is present
 * @param verification address that the QR code leads to
 * @param bankTitles how a bank is addressed, by partner id; one that is missing is addressed by its id
 */
@ConfigurationProperties("jinqiao.opinion")
public record OpinionSettings(
        @DefaultValue("示范市住房公积金中心") String centre,
        @DefaultValue("贷款审批专用章") String sealPurpose,
        @DefaultValue("centre-seal-rsa") String sealKey,
        @DefaultValue("http://127.0.0.1:8080/console/opinions/verify") String verification,
        @DefaultValue Map<String, String> bankTitles) {}
