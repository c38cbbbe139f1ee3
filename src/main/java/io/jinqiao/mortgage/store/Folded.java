package io.jinqiao.mortgage.store;

import io.jinqiao.message.PersonalData;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.mortgage.model.Filed;
import io.jinqiao.mortgage.model.Standing;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cases are: everything that was told of them, folded in the order of hearing; where a person looked, the doubts until then are gone. */
final class Folded {
    private final JdbcClient jdbc;
    private final PersonalData data;

    Folded(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    private record Row(String caseNo, long id, String kind, byte[] content) {}

    /** @param upto the last that was told before it @param stands whether what was in doubt was found to stand */
    private record Look(long upto, boolean stands) {}

    /** By number of the case; nothing of a case of which nothing was told. */
    Map<String, Standing> standings(Map<String, RegistrationApplication> applications) {
        if (applications.isEmpty()) {
            return Map.of();
        }
        List<Row> told = jdbc.sql("SELECT case_no, id, kind, content FROM mortgage_told WHERE case_no = ANY (?) ORDER BY id")
                .param(numbers(applications.keySet()))
                .query((row, i) -> new Row(row.getString("case_no"), row.getLong("id"), row.getString("kind"), row.getBytes("content")))
                .list();
        data.expect(told.stream().map(Row::content).toList());
        Map<String, Deque<Look>> looks = looks(applications.keySet());
        Map<String, Standing> standings = new HashMap<>();
        for (Row row : told) {
            Filed filed = Filed.of(Objects.requireNonNull(applications.get(row.caseNo())));
            Standing before = looked(filed, standings.getOrDefault(row.caseNo(), Standing.NOTHING_TOLD), looks.get(row.caseNo()), row.id());
            standings.put(row.caseNo(), before.after(filed, ToldText.read(row.kind(), data.requireText(row.content()))));
        }
        standings.replaceAll((caseNo, standing) -> looked(Filed.of(Objects.requireNonNull(applications.get(caseNo))), standing, looks.get(caseNo), Long.MAX_VALUE));
        return standings;
    }

    /** Up to which told thing a person looked, oldest first. */
    private Map<String, Deque<Look>> looks(Collection<String> caseNos) {
        Map<String, Deque<Look>> looks = new HashMap<>();
        jdbc.sql("SELECT case_no, told_upto, verdict FROM mortgage_look WHERE case_no = ANY (?) ORDER BY id")
                .param(numbers(caseNos))
                .query((row, i) -> looks.computeIfAbsent(row.getString("case_no"), no -> new ArrayDeque<>()).add(new Look(row.getLong("told_upto"), "stands".equals(row.getString("verdict")))))
                .list();
        return looks;
    }

    private static Standing looked(Filed filed, Standing standing, @Nullable Deque<Look> looks, long before) {
        Standing after = standing;
        while (looks != null && !looks.isEmpty() && looks.element().upto() < before) {
            after = after.lookedAt(filed, looks.remove().stands());
        }
        return after;
    }

    private static String[] numbers(Collection<String> caseNos) {
        return caseNos.toArray(String[]::new);
    }
}
