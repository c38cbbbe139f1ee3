package io.jinqiao.workbench.bench;

import io.jinqiao.Jinqiao;
import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.development.DevelopmentProfile;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole gateway in the bench's own process. */
public final class BenchGateway {
    private BenchGateway() {}

    /** @param own settings of this bench; a partner whose address is not among them is nowhere */
    public static ConfigurableApplicationContext start(DevelopmentHouse house, Map<String, ?> own) {
        Map<String, Object> settings = house.settings();
        settings.put("server.port", 0);
        settings.put("jinqiao.partners.port", 0);
        settings.putAll(own);
        for (String nowhere : List.of("ICBC_URL", "CCB_URL", "PSBC_URL", "REGISTRY_URL")) {
            settings.putIfAbsent(nowhere, "https://localhost:9");
        }
        settings.putIfAbsent("ABC_ADDRESS", "localhost:9");
        return Jinqiao.application(DevelopmentProfile.class)
                .run(settings.entrySet().stream().map(s -> "--" + s.getKey() + "=" + s.getValue()).toArray(String[]::new));
    }
}
