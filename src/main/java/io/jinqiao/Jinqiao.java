package io.jinqiao;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The gateway for production: {@code java -jar jinqiao.jar}. The workbench is not scanned even where it is on the class path: what
 * development adds, it names itself. Beans are named by their full class name, so that rooms need not agree on names; a door that a route
 * calls names itself.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan(
        basePackages = {
            "io.jinqiao.adapter", "io.jinqiao.assessment", "io.jinqiao.console", "io.jinqiao.credit", "io.jinqiao.delivery",
            "io.jinqiao.evidence", "io.jinqiao.flow", "io.jinqiao.loan", "io.jinqiao.mortgage", "io.jinqiao.opinion", "io.jinqiao.risk",
            "io.jinqiao.rulebook", "io.jinqiao.signing", "io.jinqiao.timetable"
        })
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = "io\\.jinqiao\\.workbench\\..*")
        })
public class Jinqiao {

    public static void main(String[] args) {
        if (FirstAdministrator.asked(args)) {
            System.exit(FirstAdministrator.run(args, System.out));
        }
        application().run(args);
    }

    /**
     * The gateway as every starter runs it, with the check that nothing is missing.
     *
     * @param more configuration added to it, such as the development identities of the workbench
     */
    public static SpringApplication application(Class<?>... more) {
        Class<?>[] sources = new Class<?>[more.length + 1];
        sources[0] = Jinqiao.class;
        System.arraycopy(more, 0, sources, 1, more.length);
        SpringApplication application = new SpringApplication(sources);
        application.addInitializers(context -> StartCheck.requireSettings(context.getEnvironment()));
        return application;
    }
}
