package io.jinqiao.timetable;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param node name of this node, unique in the cluster and kept over restarts: jobs a former life of it left running are free at
 *     once; null or blank: a new name for each start, and such jobs wait for the missed heartbeats
 * @param threads how many jobs run at once on this node
 * @param poll how often due jobs are looked for
 * @param heartbeat how often a running job is said to be alive; four missed mean its node is dead
 */
@ConfigurationProperties("jinqiao.timetable")
public record TimetableProperties(
        @Nullable String node,
        @DefaultValue("4") int threads,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("15s") Duration heartbeat) {
    public TimetableProperties {
        node = node == null || node.isBlank() ? null : node;
    }
}
