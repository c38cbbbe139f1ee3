package io.jinqiao.pipe;

import io.jinqiao.message.Incoming;
import io.jinqiao.message.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A door that breaks. */
@Configuration(proxyBeanMethods = false)
class Fittings {
    static final String SECRET = "a name that must not be logged";

    @Bean
    BrokenDoor brokenDoor() {
        return new BrokenDoor();
    }

    /** Fails in a way nobody foresaw. */
    public static final class BrokenDoor {
        public Outcome check(Incoming incoming) {
            throw new IllegalStateException(SECRET);
        }
    }
}
