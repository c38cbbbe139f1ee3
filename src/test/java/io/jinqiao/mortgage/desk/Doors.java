package io.jinqiao.mortgage.desk;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.message.IdGenerator;
import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.mortgage.MortgageProperties;
import io.jinqiao.mortgage.Registrations;
import io.jinqiao.mortgage.RegistryMaterials;
import io.jinqiao.mortgage.RegistryPartners;
import io.jinqiao.mortgage.rules.RegistrationRules;
import io.jinqiao.mortgage.store.AlarmStore;
import io.jinqiao.mortgage.store.CaseStore;
import io.jinqiao.mortgage.store.CertificateStore;
import io.jinqiao.mortgage.store.CheckStore;
import io.jinqiao.mortgage.store.DayStore;
import io.jinqiao.mortgage.store.MaterialStore;
import io.jinqiao.mortgage.store.RequestStore;
import io.jinqiao.mortgage.store.SupplementStore;
import io.jinqiao.opinion.LicenceChecks;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestPersonalData;
import io.jinqiao.timetable.BackOff;
import io.jinqiao.timetable.Timetable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room's door on a database, with one registry for everything. */
public final class Doors {
    public static final PartnerId CITY = new PartnerId("city-a");
    /** How far a registry's clock may be ahead: tests tell of some days at one moment. */
    private static final Duration AHEAD = Duration.ofDays(7);
    public static final String CENTRE = "12371300MB2F7Q3140";

    public final Registrations registrations;
    final AlarmDesk alarms;
    /** How files come to the registry; a test may agree on another way. */
    RegistryMaterials materials = RegistryMaterials.NAMED_ONLY;
    /** What no registry offers. */
    final List<Operation> lacking = new ArrayList<>();
    /** Banks that agreed on no notice of results. */
    final List<PartnerId> deaf = new ArrayList<>();
    /** Registries that are in service; a test may take them away or add one. */
    public final List<PartnerId> inService = new ArrayList<>(List.of(CITY));

    /** A door at which nobody hands over certificates. */
    Doors(HikariDataSource database, Clock clock, IdGenerator ids) {
        this(database, clock, ids, file -> {
            throw new IllegalStateException("no certificate was expected");
        });
    }

    public Doors(HikariDataSource database, Clock clock, IdGenerator ids, LicenceChecks licences) {
        JdbcClient jdbc = JdbcClient.create(database);
        PersonalData data = new ConcealedData(TestPersonalData.keys(database));
        MortgageProperties properties = new MortgageProperties(
                Duration.ofHours(4), 500, 5, Map.of("city-b", 8), 30, Duration.ofHours(4), 3, 3, AHEAD, Duration.ofDays(7), Duration.ofHours(36), Map.of(), Map.of(CENTRE, "虚构市住房公积金管理中心"));
        CaseStore cases = new CaseStore(jdbc, data);
        RequestStore requests = new RequestStore(jdbc, data);
        RegistryPartners partners = new RegistryPartners() {
            @Override
            public List<PartnerId> that(Operation operation) {
                return lacking.contains(operation) ? List.of() : List.copyOf(inService);
            }

            @Override
            public RegistryMaterials materials(PartnerId registry) {
                return materials;
            }

            @Override
            public boolean hears(PartnerId bank, Operation operation) {
                return !deaf.contains(bank);
            }
        };
        Where where = new Where(properties, partners);
        RegistrationRules rules = new RegistrationRules(new Sources(Path.of("target/no-home")));
        WorkingCalendar calendar = new WorkingCalendar(List.of());
        MaterialDesk files = new MaterialDesk(new MaterialStore(jdbc), clock);
        RegistryDays days = new RegistryDays(cases, properties, calendar, clock);
        SupplementStore supplements = new SupplementStore(jdbc, data);
        CaseDesk filing = new CaseDesk(
                cases, new DayStore(jdbc), requests, new CertificateDesk(new CertificateStore(jdbc, data), licences), new PageDesk(cases, requests, clock), files, rules, where,
                properties, days, calendar, ids, clock);
        CheckStore asked = new CheckStore(jdbc, data);
        BuildingDesk buildings = new BuildingDesk(asked, cases, new AlarmStore(jdbc), where, properties, ids, clock);
        CheckDesk checks = new CheckDesk(asked, requests, buildings, where, properties, ids, clock);
        alarms = new AlarmDesk(new AlarmStore(jdbc), supplements, rules, days, calendar, new NoTimetable(), clock);
        registrations = new RegistrationDesk(
                filing, new RequestDesk(requests, cases, checks, filing, files, rules, where, properties, ids, clock), checks, alarms, buildings, files,
                new SupplementDesk(supplements, cases, files, days, where, ids, clock));
    }

    /** What is late as of now. */
    public void raiseAlarms() {
        alarms.raise();
    }

    /** Nothing happens by itself in a test. */
    private static final class NoTimetable implements Timetable {
        @Override
        public void every(String name, Duration interval, Runnable job) {}

        @Override
        public void appointments(String name, BackOff backOff, Appointment appointment) {}

        @Override
        public void at(String name, String instance, Instant time, String payload) {}

        @Override
        public void cancel(String name, String instance) {}
    }
}
