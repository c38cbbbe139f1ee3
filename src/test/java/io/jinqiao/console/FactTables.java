package io.jinqiao.console;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.PersonalData;
import io.jinqiao.message.Subject;
import io.jinqiao.support.TestPersonalData;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Puts tables of the same columns in the place of the other rooms' fact views, so that a test can say what they show. */
final class FactTables {
    private FactTables() {}

    static void fill(DataSource source) {
        JdbcClient db = JdbcClient.create(source);
        List<String> views = db.sql("SELECT viewname FROM pg_views WHERE schemaname = 'public' AND viewname LIKE '%\\_fact\\_%' ORDER BY 1")
                .query(String.class)
                .list();
        for (String view : views) {
            db.sql("CREATE TABLE made_up AS TABLE " + view + " WITH NO DATA").update();
            db.sql("DROP VIEW " + view).update();
            db.sql("ALTER TABLE made_up RENAME TO " + view).update();
        }
        new ResourceDatabasePopulator(new ClassPathResource("console/facts.sql")).execute(source);
        PersonalData data = TestPersonalData.on(source);
        byte[] borrower = data.concealText(
                new Subject(new PartnerId("icbc"), "any"), "{\"name\":\"黄示例\",\"identity\":\"11010519900307761X\"}");
        db.sql("UPDATE loan_fact_loan SET borrower = ?").param(borrower).update();
    }
}
