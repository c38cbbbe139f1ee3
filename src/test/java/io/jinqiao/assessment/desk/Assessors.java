package io.jinqiao.assessment.desk;

import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.adapter.Catalogue;
import io.jinqiao.adapter.codec.Dialect;
import io.jinqiao.assessment.Assessments;
import io.jinqiao.assessment.EnterFact;
import io.jinqiao.assessment.EnterObjection;
import io.jinqiao.assessment.FreezePeriod;
import io.jinqiao.assessment.PublishScore;
import io.jinqiao.assessment.RuleObjection;
import io.jinqiao.assessment.gather.Gatherers;
import io.jinqiao.assessment.scheme.Contracts;
import io.jinqiao.assessment.scheme.Schemes;
import io.jinqiao.assessment.store.CaseStore;
import io.jinqiao.assessment.store.EntryStore;
import io.jinqiao.assessment.store.EscalationStore;
import io.jinqiao.assessment.store.PeriodStore;
import io.jinqiao.assessment.store.ProcedureStore;
import io.jinqiao.assessment.store.ScoreStore;
import io.jinqiao.assessment.store.StatementStore;
import io.jinqiao.assessment.store.WarningStore;
import io.jinqiao.console.Assessing;
import io.jinqiao.console.Audit;
import io.jinqiao.message.Outcome;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Scorecard;
import io.jinqiao.message.WorkingCalendar;
import io.jinqiao.rulebook.Sources;
import io.jinqiao.support.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionTemplate;

/** The room on a real database; the facts of other rooms are tables of the same columns, so that a test says what they tell. */
final class Assessors implements AutoCloseable {
    static final PartnerId BANK = new PartnerId("bank-a");
    static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    final HikariDataSource database = TestDatabase.migrated();
    final JdbcClient jdbc = JdbcClient.create(database);
    final Assessments desk;
    /** What a person does at the console, in the transaction the console opens for it. */
    final Assessing console;
    /** What the gateway does by itself, in the transaction the room opens for it. */
    final Assessments room;
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private Instant now = Instant.parse("2026-10-09T02:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };

    Assessors() {
        this(Path.of("target/no-home"));
    }

    Assessors(Path home) {
        jdbc.sql("SELECT viewname FROM pg_views WHERE schemaname = 'public' AND viewname LIKE '%\\_fact\\_%' AND viewname NOT LIKE 'assessment%'")
                .query(String.class)
                .list()
                .forEach(this::asTable);
        Sources sources = new Sources(home, Assessors.class.getClassLoader());
        Schemes schemes = new Schemes(sources);
        Contracts contracts = new Contracts(sources, schemes, "rules/bank-contracts.yaml");
        WorkingCalendar calendar = new WorkingCalendar(List.of(new WorkingCalendar.Year(2026, Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2)), Set.of())));
        PeriodStore periods = new PeriodStore(jdbc);
        CaseStore cases = new CaseStore(new JdbcTemplate(database));
        ScoreStore scores = new ScoreStore(jdbc);
        GradeBefore before = new GradeBefore(periods, scores, schemes);
        Scoring scoring = new Scoring(Gatherers.on(jdbc, calendar, contracts, clock), contracts, schemes, periods, cases, scores, before, calendar, clock);
        ProcedureStore told = new ProcedureStore(jdbc);
        EscalationStore escalated = new EscalationStore(jdbc);
        Statements statements = new Statements(new StatementStore(jdbc), escalated, periods, clock);
        Rescoring rescoring = new Rescoring(periods, cases, scores, told, statements, schemes, before, clock);
        Escalations escalations = new Escalations(escalated, rescoring, clock);
        Procedure procedure = new Procedure(periods, told, escalated, statements, rescoring, escalations, calendar, clock);
        desk = new AssessmentDesk(scoring, new Watch(scoring, periods, new WarningStore(jdbc), clock), procedure, escalations, statements, periods, new EntryStore(jdbc), jdbc, clock);
        room = declared(desk);
        console = declared(new Assessing(desk, everyBank(), new Audit(jdbc, clock)));
    }

    private static Catalogue everyBank() {
        Catalogue partners = mock(Catalogue.class);
        when(partners.partner(any())).thenReturn(Optional.of(mock(Dialect.class)));
        return partners;
    }

    /** In the transactions it declares. */
    @SuppressWarnings("unchecked")
    private <T> T declared(T door) {
        ProxyFactory proxy = new ProxyFactory(door);
        proxy.addAdvice(new TransactionInterceptor((TransactionManager) transactions, new AnnotationTransactionAttributeSource()));
        return (T) proxy.getProxy();
    }

    private void asTable(String view) {
        jdbc.sql("CREATE TABLE made_up AS TABLE " + view + " WITH NO DATA").update();
        jdbc.sql("DROP VIEW " + view + " CASCADE").update();
        jdbc.sql("ALTER TABLE made_up RENAME TO " + view).update();
    }

    /** As if nothing had happened. */
    void forget() {
        String tables = String.join(", ", jdbc.sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND (tablename LIKE '%\\_fact\\_%' OR tablename LIKE 'assessment%')")
                .query(String.class)
                .list());
        jdbc.sql("TRUNCATE " + tables + " RESTART IDENTITY").update();
        at("2026-10-09T02:00:00Z");
    }

    void at(String instant) {
        now = Instant.parse(instant);
    }

    /** One row of another room's facts, as JSON with single quotes. */
    void fact(String view, String json) {
        facts(view, 1, json);
    }

    /** So many rows; {@code #} stands for their number, from 1. */
    void facts(String view, int count, String json) {
        jdbc.sql("INSERT INTO " + view + " SELECT r.* FROM generate_series(1, ?) n, jsonb_populate_record(NULL::" + view + ", replace(?, '#', n::text)::jsonb) r")
                .params(count, json.replace('\'', '"'))
                .update();
    }

    /** Two other banks whose loans are of no known kind: one of a hundred and twenty-one was late. */
    void others() {
        String loan = "'from_on': '2026-01-10', 'until': 'infinity', 'next_due': '2027-01-10', 'balance_fen': 25000000, 'message_id': 'M', ";
        for (String bank : List.of("bank-b", "bank-c")) {
            fact("repayment_fact_origin", "{'partner': '" + bank + "', 'account_no': 'none'}");
            facts("repayment_fact_stretch", 60, "{'partner': '" + bank + "', 'account_no': '" + bank + "#', 'overdue': 0, " + loan + "'application_no': null}");
        }
        fact("repayment_fact_stretch", "{'partner': 'bank-b', 'account_no': 'late', 'overdue': 1, 'oldest_due': '2026-06-20', " + loan + "'application_no': null}");
    }

    /** Entered by one, confirmed by another. */
    void entered(EnterFact.Kind kind, Long... amounts) {
        long number = in(() -> desk.enter(new EnterFact(BANK, kind, LAST, List.of(amounts), "2026 年三季度", "KH-2026-3", "anna")));
        run(() -> desk.answerFact(number, true, "bert"));
    }

    String freeze() {
        return freeze(FIRST, LAST);
    }

    /** The quarter after it, in January. */
    String freezeNext() {
        at("2027-01-11T02:00:00Z");
        return freeze(LAST.plusDays(1), LAST.plusMonths(3).plusDays(1));
    }

    String freeze(LocalDate first, LocalDate last) {
        return in(() -> desk.freeze(new FreezePeriod(BANK, first, last, "anna")));
    }

    Scorecard publish(String no) {
        return told(in(() -> desk.publish(new PublishScore(no, "anna"))));
    }

    static Scorecard told(Outcome outcome) {
        return (Scorecard) outcome.outgoing().get(0).message();
    }

    /** Contests the first case of a kind on paper. @param which condition on what was told */
    void object(String no, String which, String document) {
        String contested = line("told_no", "assessment_told WHERE period_no = '" + no + "' AND " + which + " ORDER BY told_no LIMIT 1");
        in(() -> desk.object(new EnterObjection(no, contested, "已按时办理", document, "anna")));
    }

    /** By one person, confirmed by another. */
    void rule(long objection, boolean upheld) {
        long ruling = in(() -> desk.rule(new RuleObjection(objection, upheld, "已核", "anna")));
        run(() -> desk.answerRuling(ruling, true, "bert"));
    }

    /** Until so many wait for a lock, or one that should is through. */
    void untilWaiting(int many, CompletableFuture<?> orDone) {
        await().atMost(Duration.ofMinutes(2)).until(() -> orDone.isDone()
                || jdbc.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").query(Integer.class).single() >= many);
    }

    void watch() {
        run(() -> desk.watch(BANK));
    }

    <T> T in(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    void run(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** Rows of one question, columns joined by a blank. */
    List<String> lines(String columns, String rest) {
        return jdbc.sql("SELECT concat_ws(' ', " + columns + ") FROM " + rest).query(String.class).list();
    }

    String line(String columns, String rest) {
        return String.join("; ", lines(columns, rest));
    }

    @Override
    public void close() {
        database.close();
    }
}
