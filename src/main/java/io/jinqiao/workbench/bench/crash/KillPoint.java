package io.jinqiao.workbench.bench.crash;

import io.jinqiao.delivery.CommitPoints;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Stops a thread for ever at one named commit point, and says so on standard output: there the process is killed. With {@code RANDOM} it
 * never stops and is killed at any moment.
 */
@Configuration(proxyBeanMethods = false)
public class KillPoint {
    static final String RANDOM = "RANDOM";

    /**
     * @param point name of a {@link CommitPoints.Point}, or {@link #RANDOM}
     * @param after how many times the point is passed before the thread stops there
     */
    @Bean
    CommitPoints commitPoints(
            @Value("${jinqiao.crash.point}") String point, @Value("${jinqiao.crash.after:0}") int after) {
        AtomicInteger passed = new AtomicInteger();
        return reached -> {
            if (reached.name().equals(point) && passed.getAndIncrement() >= after) {
                stop(point);
            }
        };
    }

    /** The thread goes no further; whoever reads our standard output kills the process. */
    static void stop(String place) {
        System.out.println("at " + place);
        System.out.flush();
        while (true) {
            LockSupport.park();
        }
    }
}
