package io.jinqiao.workbench.bench.crash;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.evidence.RecordId;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A broken gateway: messages leave before "about to send" is committed. The campaign must notice. */
@Configuration(proxyBeanMethods = false)
public class LateRecord {

    /** A place of its own to be killed at: the bank has answered, and nothing says that anything left. */
    static final String NOT_YET_RECORDED = "NOT_YET_RECORDED";

    @Bean
    static BeanPostProcessor carrierSaboteur(Environment environment) {
        boolean stops = NOT_YET_RECORDED.equals(environment.getProperty("jinqiao.crash.point"));
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Carrier carrier ? new Late(carrier, stops) : bean;
            }
        };
    }

    private record Late(Carrier carrier, boolean stops) implements Carrier {
        @Override
        public Attempt send(Parcel parcel, Departure departure) {
            HeldBack held = new HeldBack();
            Attempt attempt = carrier.send(parcel, held);
            if (stops) {
                KillPoint.stop(NOT_YET_RECORDED);
            }
            departure.aboutToSend(held.record());
            return attempt;
        }

        @Override
        public Attempt enquire(Parcel original, Departure departure) {
            return carrier.enquire(original, departure);
        }
    }

    /** Pretends that the record was written. */
    private static final class HeldBack implements Carrier.Departure {
        private Supplier<RecordId> record = () -> new RecordId(UUID.randomUUID());

        @Override
        public RecordId aboutToSend(Supplier<RecordId> written) {
            record = written;
            return new RecordId(UUID.randomUUID());
        }

        Supplier<RecordId> record() {
            return record;
        }
    }
}
