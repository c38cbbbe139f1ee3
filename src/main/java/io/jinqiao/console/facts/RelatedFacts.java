package io.jinqiao.console.facts;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Under which other names people of an application are spoken of: its cases at the registry, the questions about its home and the
 * enquiries about its people, which have numbers of their own, since neither a registry nor the Center is told of a loan.
 */
@Component
public class RelatedFacts {
    private final JdbcClient db;

    public RelatedFacts(JdbcClient db) {
        this.db = db;
    }

    public List<Subject> of(Subject application) {
        return db.sql("""
                        SELECT partner, case_no AS number FROM mortgage_fact_case WHERE bank = :bank AND application_no = :number
                        UNION SELECT partner, check_no FROM mortgage_fact_check WHERE bank = :bank AND application_no = :number
                        UNION SELECT center, enquiry_no FROM credit_fact_enquiry WHERE partner = :bank AND application_no = :number AND enquiry_no IS NOT NULL
                        ORDER BY number
                        """)
                .param("bank", application.partner().value())
                .param("number", application.applicationNo())
                .query((row, i) -> new Subject(new PartnerId(row.getString("partner")), row.getString("number")))
                .list();
    }
}
