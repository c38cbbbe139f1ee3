package io.jinqiao.support;

import io.jinqiao.evidence.store.ConcealedData;
import io.jinqiao.evidence.store.KeyRing;
import io.jinqiao.evidence.store.MasterKeys;
import io.jinqiao.message.PersonalData;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The journal's keys on a test's database, for rooms that are put together by hand. */
public final class TestPersonalData {
    private TestPersonalData() {}

    public static PersonalData on(DataSource database) {
        return new ConcealedData(keys(database));
    }

    public static KeyRing keys(DataSource database) {
        return new KeyRing(
                new JdbcTemplate(database), new MasterKeys("test", Map.of("test", new byte[32])), Clock.systemUTC());
    }
}
