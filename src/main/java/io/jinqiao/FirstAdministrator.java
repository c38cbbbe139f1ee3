package io.jinqiao;

import io.jinqiao.console.Audit;
import io.jinqiao.console.People;
import io.jinqiao.console.Role;
import io.jinqiao.console.Seed;
import io.jinqiao.message.Refusal;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** {@code java -jar jinqiao.jar admin [name]}: makes the first administrator and prints the password once. */
final class FirstAdministrator {
    private static final String COMMAND = "admin";

    private FirstAdministrator() {}

    static boolean asked(String[] args) {
        return args.length > 0 && args[0].equals(COMMAND);
    }

    /** @return exit code: 0 made, 1 refused because there is one already or the name is of wrong form */
    static int run(String[] args, PrintStream out) {
        String name = args.length > 1 && !args[1].startsWith("-") ? args[1] : COMMAND;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .properties("logging.level.root=warn")
                .run(args)) {
            return make(context.getBean(People.class), context.getBean(Seed.class), name, out);
        }
    }

    static int make(People people, Seed seed, String name, PrintStream out) {
        if (people.all().stream().anyMatch(p -> p.enabled() && p.has(Role.ADMINISTRATOR))) {
            out.println("已有系统管理员，请由其在控制台“人员”页添加。 / There is an administrator already; ask them, at People in the console.");
            return 1;
        }
        try {
            Seed.LogInCard card = seed.administrator(name);
            out.println("已创建系统管理员 / administrator created\n  用户名 / name:     " + card.name()
                    + "\n  密码 / password:  " + card.password() + "\n此密码只显示这一次。 / This password is shown only now.");
            return 0;
        } catch (Refusal refusal) {
            refusal.problems().forEach(p -> out.println(p.field() + ": " + p.text(Locale.CHINESE) + " / " + p.text(Locale.ENGLISH)));
            return 1;
        }
    }

    /** Store and people, nothing that talks to partners. No stereotype: the gateway's own scan must not find it. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({People.class, Audit.class, Seed.class})
    static class Setup {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
