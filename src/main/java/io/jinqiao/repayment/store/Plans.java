package io.jinqiao.repayment.store;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How PostgreSQL is to look at a file, until the transaction ends. Its statistics know nothing of rows this very transaction wrote: left alone it takes ten
 * million of them for one, or an empty ledger for a small one.
 */
final class Plans {
    private static final Map<String, String> ALWAYS =
            Map.of("work_mem", "64MB", "jit", "off", "enable_memoize", "off", "plan_cache_mode", "force_custom_plan");
    /** Whole tables side by side, on all cores. */
    private static final Map<String, String> MANY = Map.of(
            "enable_nestloop", "off", "enable_mergejoin", "off", "parallel_setup_cost", "0", "parallel_tuple_cost", "0", "min_parallel_table_scan_size", "0",
            "min_parallel_index_scan_size", "0");
    /** Row by row, by index. */
    private static final Map<String, String> FEW = Map.of("enable_nestloop", "on", "enable_mergejoin", "on", "enable_seqscan", "off");

    private static final Map<String, String> USUAL = Map.of("enable_nestloop", "on", "enable_mergejoin", "on", "enable_seqscan", "on");

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void always() {
        set(ALWAYS);
    }

    void many() {
        set(MANY);
    }

    void few() {
        set(FEW);
    }

    void usual() {
        set(USUAL);
    }

    private void set(Map<String, String> settings) {
        jdbc.sql(settings.entrySet().stream()
                        .map(setting -> "set_config('" + setting.getKey() + "', '" + setting.getValue() + "', true)")
                        .collect(Collectors.joining(", ", "SELECT ", "")))
                .query()
                .singleRow();
    }
}
