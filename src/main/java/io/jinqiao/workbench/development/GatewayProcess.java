package io.jinqiao.workbench.development;

import io.jinqiao.Jinqiao;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/**
 * The gateway as a process of its own, from the same classes, migrations and pipe as in production, with the development identities let
 * in. Says {@code ready <port>} on standard output when the partners' port answers, and ends when its standard input does.
 *
 * <p>Arguments: names of further configuration classes after {@code --with=}, joined by commas; the rest are settings.
 */
public final class GatewayProcess {
    private static final String WITH = "--with=";

    private GatewayProcess() {}

    public static void main(String[] args) throws Exception {
        List<Class<?>> configurations = new ArrayList<>(List.of(DevelopmentProfile.class));
        List<String> settings = new ArrayList<>();
        for (String arg : args) {
            if (arg.startsWith(WITH)) {
                for (String name : arg.substring(WITH.length()).split(",")) {
                    configurations.add(ClassUtils.forName(name, null));
                }
            } else {
                settings.add(arg);
            }
        }
        ConfigurableApplicationContext gateway = Jinqiao.application(configurations.toArray(Class<?>[]::new))
                .run(settings.toArray(String[]::new));
        System.out.println("ready " + gateway.getEnvironment().getProperty("jinqiao.partners.port"));
        while (System.in.read() >= 0) {
            // whoever started us still lives
        }
        gateway.close();
    }
}
