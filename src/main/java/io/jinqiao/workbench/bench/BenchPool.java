package io.jinqiao.workbench.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.jinqiao.workbench.database.EmbeddedDatabase;

/** Two connections to a bench's own database. */
public final class BenchPool {
    private BenchPool() {}

    public static HikariDataSource of(EmbeddedDatabase database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(2);
        return pool;
    }
}
