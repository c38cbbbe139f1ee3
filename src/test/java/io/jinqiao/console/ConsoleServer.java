package io.jinqiao.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** The console on a port of its own, with the real security; one server for all tests of this room. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = HouseWithoutPartners.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jinqiao.console.lock-out.failures=3",
            "springdoc.api-docs.enabled=true",
            "logging.level.root=warn",
            "jinqiao.home=target/console-home",
            "spring.flyway.enabled=false"
        })
@interface ConsoleServer {}
