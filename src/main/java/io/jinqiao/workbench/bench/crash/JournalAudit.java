package io.jinqiao.workbench.bench.crash;

import io.jinqiao.evidence.JournalCheck;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the whole journal again when the process starts, and says on standard output whether it is whole. */
@Configuration(proxyBeanMethods = false)
public class JournalAudit {
    static final String WHOLE = "at journal whole";

    @Bean
    ApplicationRunner journalReader(JournalCheck check) {
        return arguments -> {
            JournalCheck.Report report = check.check();
            System.out.println(report.whole() ? WHOLE : "at journal " + report.findings());
        };
    }
}
