package io.jinqiao.credit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;

import io.jinqiao.credit.CreditCenters;
import io.jinqiao.credit.CreditProperties;
import io.jinqiao.credit.ReportSealer;
import io.jinqiao.credit.file.FileName;
import io.jinqiao.credit.record.Samples;
import io.jinqiao.credit.rules.EnquiryRules;
import io.jinqiao.credit.rules.ReportingRules;
import io.jinqiao.credit.store.AsideStore;
import io.jinqiao.credit.store.ConsentStore;
import io.jinqiao.credit.store.ChangeStore;
import io.jinqiao.credit.store.DeliveryStore;
import io.jinqiao.credit.record.CodeTables;
import io.jinqiao.credit.store.DutyStore;
import io.jinqiao.credit.store.IdentifierStore;
import io.jinqiao.credit.store.ListStore;
import io.jinqiao.credit.store.EnquiryStore;
import io.jinqiao.credit.store.HistoryStore;
import io.jinqiao.credit.store.NoticeStore;
import io.jinqiao.credit.store.ObjectionStore;
import io.jinqiao.credit.store.ReferenceStore;
import io.jinqiao.credit.store.ReportStore;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.PersonalData;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.timetable.Timetable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class WiringTest {
    private final Timetable timetable = mock(Timetable.class);
    private final Sources sources = new Sources(Path.of("target/no-home"));
    private final ApplicationContextRunner house = new ApplicationContextRunner()
            .withUserConfiguration(Wiring.class, Settings.class)
            .withBean(HistoryStore.class, () -> mock(HistoryStore.class))
            .withBean(ReportStore.class, () -> mock(ReportStore.class))
            .withBean(ListStore.class, () -> mock(ListStore.class))
            .withBean(CodeTables.class, () -> mock(CodeTables.class))
            .withBean(DutyStore.class, () -> mock(DutyStore.class))
            .withBean(ReferenceStore.class, () -> mock(ReferenceStore.class))
            .withBean(AsideStore.class, () -> mock(AsideStore.class))
            .withBean(NoticeStore.class, () -> mock(NoticeStore.class))
            .withBean(IdentifierStore.class, () -> mock(IdentifierStore.class))
            .withBean(ObjectionStore.class, () -> mock(ObjectionStore.class))
            .withBean(IdGenerator.class, () -> mock(IdGenerator.class))
            .withBean(DeliveryStore.class, () -> mock(DeliveryStore.class))
            .withBean(ChangeStore.class, () -> mock(ChangeStore.class))
            .withBean(EnquiryStore.class, () -> mock(EnquiryStore.class))
            .withBean(ConsentStore.class, () -> mock(ConsentStore.class))
            .withBean(EnquiryRules.class, () -> new EnquiryRules(sources))
            .withBean(CreditCenters.class, () -> mock(CreditCenters.class))
            .withBean(JdbcClient.class, () -> mock(JdbcClient.class))
            .withBean(PersonalData.class, () -> mock(PersonalData.class))
            .withBean(CreditFacts.class, () -> mock(CreditFacts.class))
            .withBean(PlatformTransactionManager.class, () -> mock(PlatformTransactionManager.class))
            .withBean(Timetable.class, () -> timetable)
            .withBean(Sources.class, () -> sources)
            .withBean(ReportingRules.class, () -> new ReportingRules(sources))
            .withBean("types", io.jinqiao.credit.record.RecordTypes.class, () -> Samples.TYPES)
            .withBean("businessClock", Clock.class, Clock::systemUTC, definition -> {});

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CreditProperties.class)
    static class Settings {}

    @Test
    void filesTravelOnlyWhereADirectoryIsNamed() {
        house.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Courier.class));
        house.withPropertyValues("jinqiao.credit.out=credit/out").run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Courier.class);
            verify(timetable).every(eq("credit-files"), any(), any());
        });
    }

    @Test
    void filesAreEncryptedWhereAKeyIs() {
        FileName name = new FileName(Samples.PROVIDER, LocalDate.of(2026, 10, 1), "210", 1);
        house.run(context -> assertThat(context.getBean(Reports.class).folder().path(name).toString()).endsWith(".txt.zip"));
        house.withBean(ReportSealer.class, () -> mock(ReportSealer.class)).run(context -> assertThat(context.getBean(Reports.class).folder().path(name).toString()).endsWith(".enc"));
    }

    @Test
    void thePackagedHouseReportsNothing() {
        assertThat(new ReportingRules(sources).reporter()).isEmpty();
    }
}
