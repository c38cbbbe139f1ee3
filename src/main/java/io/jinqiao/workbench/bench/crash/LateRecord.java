package io.jinqiao.workbench.bench.crash;

import io.jinqiao.delivery.Carrier;
import io.jinqiao.evidence.RecordId;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A broken gateway: messages leave before "about to send" is committed. The campaign must notice. */
@Configuration(proxyBeanMethods = false)
public class LateRecord {

    @Bean
    static BeanPostProcessor carrierSaboteur() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Carrier carrier ? new Late(carrier) : bean;
            }
        };
    }

    private record Late(Carrier carrier) implements Carrier {
        @Override
        public Attempt send(Parcel parcel, Departure departure) {
            HeldBack held = new HeldBack();
            Attempt attempt = carrier.send(parcel, held);
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
