package io.jinqiao.workbench.bench.crash;

import io.jinqiao.flow.Capabilities;
import io.jinqiao.loan.DecideLoan;
import io.jinqiao.loan.LoanWord;
import io.jinqiao.loan.Officer;
import io.jinqiao.loan.ReviewLoan;
import io.jinqiao.message.DecisionNotice;
import io.jinqiao.message.Refusal;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** A core system inside the process: reviews and approves whatever waits, so that opinions flow outward without pause. */
@Configuration(proxyBeanMethods = false)
public class ResidentCore implements DisposableBean {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "resident-core");
        thread.setDaemon(true);
        return thread;
    });

    @Bean
    ApplicationRunner coreStarter(JdbcClient db, Capabilities capabilities) {
        return arguments -> clock.scheduleWithFixedDelay(() -> step(db, capabilities), 100, 100, TimeUnit.MILLISECONDS);
    }

    private static void step(JdbcClient db, Capabilities capabilities) {
        try {
            waiting(db).forEach(loan -> move(loan, capabilities));
        } catch (DataAccessException | TransactionException e) {
            // the next step tries again
        }
    }

    private record Waiting(String acceptanceNo, String word) {}

    private static List<Waiting> waiting(JdbcClient db) {
        return db.sql("SELECT acceptance_no, word FROM loan_fact_loan WHERE word IN (?, ?, ?) ORDER BY acceptance_no LIMIT 8")
                .params(LoanWord.IN_INITIAL_REVIEW.id(), LoanWord.IN_SECOND_REVIEW.id(), LoanWord.IN_DECISION.id())
                .query((row, n) -> new Waiting(row.getString(1), row.getString(2)))
                .list();
    }

    /** What another node did meanwhile is refused, and done. */
    private static void move(Waiting loan, Capabilities capabilities) {
        try {
            if (loan.word().equals(LoanWord.IN_DECISION.id())) {
                capabilities.run("loan-decision", approval(loan.acceptanceNo()));
            } else {
                boolean initial = loan.word().equals(LoanWord.IN_INITIAL_REVIEW.id());
                capabilities.run("loan-review", review(loan.acceptanceNo(), initial));
            }
        } catch (Refusal refused) {
            // somebody else was faster
        }
    }

    private static ReviewLoan review(String acceptanceNo, boolean initial) {
        return new ReviewLoan(
                acceptanceNo,
                initial ? ReviewLoan.Stage.INITIAL : ReviewLoan.Stage.SECOND,
                true,
                null,
                new Officer(initial ? "core-initial" : "core-second", "reviewer"));
    }

    private static DecideLoan approval(String acceptanceNo) {
        return new DecideLoan(
                acceptanceNo, DecisionNotice.Outcome.APPROVED, null, null, null, null, List.of(), null,
                new Officer("core-approver", "approver"));
    }

    @Override
    public void destroy() {
        clock.shutdownNow();
    }
}
