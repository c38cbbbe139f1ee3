package io.jinqiao.workbench.bench.crash;

import io.jinqiao.workbench.development.DevelopmentHouse;
import io.jinqiao.workbench.simulate.BankLedger;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The bank's own book beside ours. */
final class Books {
    private static final String UNSETTLED = "SELECT operation || ' ' || business_key || ' ' || state FROM delivery_fact_outbox"
            + " WHERE state <> 'SETTLED'";
    private static final String UNLINKED = "SELECT id::text FROM evidence_fact_record WHERE link IS NULL";
    private static final String UNDECIDED = "SELECT application_no || ' ' || word FROM loan_fact_loan WHERE word IN"
            + " ('in-initial-review', 'in-second-review', 'in-decision')";

    private final DevelopmentHouse house;
    private final BankSide bank;

    Books(DevelopmentHouse house, BankSide bank) {
        this.house = house;
        this.bank = bank;
    }

    void dropUnique() throws SQLException {
        try (Connection db = connect(); Statement statement = db.createStatement()) {
            statement.execute("ALTER TABLE delivery_inbox DROP CONSTRAINT delivery_inbox_business_key");
        }
    }

    /** Until everything sent is answered, decided, settled and linked, or the patience ends. */
    void awaitRest(Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && !atRest()) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean atRest() throws SQLException {
        return bank.everythingAnswered()
                && texts(UNDECIDED).isEmpty()
                && texts(UNSETTLED).isEmpty()
                && texts(UNLINKED).isEmpty();
    }

    Verdict compare(int kills, Map<String, Integer> points, List<String> journal) throws SQLException {
        List<String> lost = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> broken = new ArrayList<>(journal);
        Map<String, List<String>> loans = loans();
        compareApplications(loans, lost, doubled);
        compareMessages(lost, doubled, broken);
        return new Verdict(kills, loans.size(), texts("SELECT 'x' FROM delivery_fact_outbox").size(), lost, doubled, stuck(), broken, points);
    }

    private List<String> stuck() throws SQLException {
        List<String> stuck = new ArrayList<>(texts(UNSETTLED));
        stuck.addAll(texts(UNDECIDED));
        stuck.addAll(texts(UNLINKED));
        if (!bank.everythingAnswered()) {
            stuck.add("an application was never answered; last odd answers: " + bank.wrongAnswers());
        }
        return stuck;
    }

    private Map<String, List<String>> loans() throws SQLException {
        Map<String, List<String>> loans = new HashMap<>();
        for (String line : texts("SELECT application_no || ' ' || acceptance_no FROM loan_fact_loan")) {
            String[] parts = line.split(" ");
            loans.computeIfAbsent(parts[0], n -> new ArrayList<>()).add(parts[1]);
        }
        return loans;
    }

    private void compareApplications(Map<String, List<String>> loans, List<String> lost, List<String> doubled) {
        Set<String> sent = new HashSet<>();
        for (BankLedger.Entry entry : bank.ledger().entries()) {
            if (entry.what().equals("sent") && !sent.add(entry.businessKey())) {
                continue;
            }
            if (entry.what().equals("answer") && entry.outcome().equals(BankSide.REFUSED)) {
                if (loans.containsKey(entry.businessKey())) {
                    lost.add("the bank was refused " + entry.businessKey() + ", which we took");
                }
                continue;
            }
            if (entry.what().equals("answer") && !loans.getOrDefault(entry.businessKey(), List.of()).contains(entry.outcome())) {
                lost.add("the bank was told " + entry.outcome() + " for " + entry.businessKey() + ", which we do not have");
            }
        }
        loans.forEach((application, numbers) -> {
            if (numbers.size() > 1) {
                doubled.add("application " + application + " is there " + numbers.size() + " times");
            }
            if (!sent.contains(application)) {
                lost.add("application " + application + " was never sent by the bank");
            }
        });
    }

    private void compareMessages(List<String> lost, List<String> doubled, List<String> broken) throws SQLException {
        Set<String> takenIds = new HashSet<>();
        Map<String, Integer> takenKeys = new HashMap<>();
        Map<String, Integer> arrivals = new HashMap<>();
        for (BankLedger.Entry entry : bank.ledger().entries()) {
            if (entry.what().equals("arrived")) {
                arrivals.merge(entry.messageId(), 1, Integer::sum);
                if (takenIds.contains(entry.messageId())) {
                    doubled.add("message " + entry.messageId() + " was sent again after the bank had taken it");
                }
            }
            if (entry.what().equals("took")) {
                takenIds.add(entry.messageId());
                takenKeys.merge(entry.operation() + " " + entry.businessKey(), 1, Integer::sum);
            }
        }
        takenKeys.forEach((key, times) -> {
            if (times > 1) {
                doubled.add("the bank took " + key + " " + times + " times");
            }
        });
        for (String accepted : texts("SELECT message_id FROM delivery_fact_outbox WHERE outcome = 'accepted'")) {
            if (!takenIds.contains(accepted)) {
                lost.add("we book message " + accepted + " as accepted, the bank never took it");
            }
        }
        Set<String> ours = new HashSet<>(texts("SELECT message_id FROM delivery_fact_outbox"));
        takenIds.stream().filter(id -> !ours.contains(id)).forEach(id -> lost.add("the bank took message " + id + ", which we do not have"));
        compareDepartures(arrivals, broken);
    }

    /** Nothing may arrive at the bank that was not recorded before it left. */
    private void compareDepartures(Map<String, Integer> arrivals, List<String> broken) throws SQLException {
        Map<String, Integer> departures = new HashMap<>();
        texts("SELECT message_id FROM evidence_fact_record WHERE kind = 'about-to-send'")
                .forEach(id -> departures.merge(id, 1, Integer::sum));
        arrivals.forEach((id, times) -> {
            if (departures.getOrDefault(id, 0) < times) {
                broken.add("message " + id + " arrived " + times + " times, recorded " + departures.getOrDefault(id, 0) + " times");
            }
        });
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection db = connect();
                Statement statement = db.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(house.database().url(), house.database().user(), house.database().password());
    }
}
