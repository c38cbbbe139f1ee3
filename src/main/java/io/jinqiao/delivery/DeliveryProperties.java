package io.jinqiao.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param node name of this node, unique in the cluster and kept over restarts: rows a former life of it held are free at once; null or
 *     blank: a new name for each start, and such rows wait for their leases to expire
 * @param workers how many attempts may be under way on this node at once
 * @param poll how often due rows are looked for when nothing nudges
 * @param lease how long a row is held before its attempt starts; the attempt's own limit comes on top
 */
@ConfigurationProperties("jinqiao.delivery")
public record DeliveryProperties(
        @Nullable String node,
        @DefaultValue("8") int workers,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration lease) {
    public DeliveryProperties {
        node = node == null || node.isBlank() ? null : node;
    }
}
