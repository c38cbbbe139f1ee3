package io.jinqiao.console;

import io.jinqiao.message.PersonalData;
import io.jinqiao.support.TestDatabase;
import io.jinqiao.support.TestPersonalData;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The console with the real security, on a real database, without routes and partners. No stereotype, so that no scan finds it. */
@EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@ConfigurationPropertiesScan("io.jinqiao.console")
@Import(Doors.class)
@ComponentScan(
        basePackages = "io.jinqiao",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {"io\\.jinqiao\\.(?!House$|Security|console\\.).*", ".*Test(\\$.*)?"}))
class HouseWithoutPartners {
    @Bean(destroyMethod = "close")
    DataSource dataSource() {
        HikariDataSource source = TestDatabase.migrated();
        FactTables.fill(source);
        return source;
    }

    @Bean
    PersonalData personalData(DataSource source) {
        return TestPersonalData.on(source);
    }
}
