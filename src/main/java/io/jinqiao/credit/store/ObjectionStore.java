package io.jinqiao.credit.store;

import io.jinqiao.credit.ObjectionAct.Finding;
import io.jinqiao.credit.ReceiveObjection;
import io.jinqiao.credit.objection.Objection;
import io.jinqiao.message.Words;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections and what was done about each. */
@Repository
public class ObjectionStore {
    private final JdbcClient jdbc;

    public ObjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Stored(String account, Objection one) {}

    /** @return false when the Center's number is known */
    public boolean insert(String objectionNo, ReceiveObjection told, Objection one, Instant at) {
        int rows = jdbc.sql("INSERT INTO credit_objection (objection_no, account, person, contested, received_on, center_no, due_on, stage, marked)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, false) ON CONFLICT (center_no) DO NOTHING")
                .params(objectionNo, told.account(), told.person(), told.contested(), one.receivedOn())
                .param(told.centerNo())
                .params(one.dueOn(), Words.of(one.stage()))
                .update();
        if (rows == 1) {
            act(objectionNo, "receive", null, told.by(), at);
        }
        return rows == 1;
    }

    /** Locked until the transaction ends. */
    public Optional<Stored> find(String objectionNo) {
        return jdbc.sql("SELECT * FROM credit_objection WHERE objection_no = ? FOR UPDATE")
                .param(objectionNo)
                .query((row, i) -> new Stored(
                        row.getString("account"),
                        new Objection(
                                row.getObject("received_on", LocalDate.class), row.getObject("due_on", LocalDate.class), row.getBoolean("marked"),
                                Words.parse(row.getString("stage"), Objection.Stage.class), finding(row.getString("finding")), row.getString("found_by"))))
                .optional();
    }

    private static @Nullable Finding finding(@Nullable String word) {
        return word == null ? null : Words.parse(word, Finding.class);
    }

    public void update(String objectionNo, Objection now) {
        jdbc.sql("UPDATE credit_objection SET stage = ?, marked = ?, finding = ?, found_by = ? WHERE objection_no = ?")
                .params(Words.of(now.stage()), now.marked())
                .param(now.finding() == null ? null : Words.of(now.finding()))
                .param(now.foundBy())
                .param(objectionNo)
                .update();
    }

    /** The next thing done about one; {@link #find} holds the lock that keeps two from being the next. */
    public void act(String objectionNo, String act, @Nullable String detail, String by, Instant at) {
        jdbc.sql("INSERT INTO credit_objection_act (objection_no, step, act, detail, by_whom, at)"
                        + " SELECT ?, coalesce(max(step) + 1, 0), ?, ?, ?, ? FROM credit_objection_act WHERE objection_no = ?")
                .params(objectionNo, act)
                .param(detail)
                .params(by, Timestamp.from(at), objectionNo)
                .update();
    }

    /** Whether the Center knows an account. */
    public boolean known(String account) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM credit_account WHERE account = ?)").param(account).query(Boolean.class).single();
    }

    /** Whether the Center changed what it had of an account, in a file made since a day: a segment corrected (212), something deleted (213, 214), a month told again. What was told for the first time corrects nothing. */
    public boolean correctedSince(String account, LocalDate day) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM credit_accepted a JOIN credit_file f ON f.name = a.file
                                       WHERE a.account = ? AND f.made_at >= ?::date AT TIME ZONE 'Asia/Shanghai' 
                                         AND (a.event = '212' OR EXISTS (SELECT FROM credit_accepted o WHERE o.account = a.account AND o.month = a.month AND o.number < a.number)))
                            OR EXISTS (SELECT FROM credit_deleted d JOIN credit_file f ON f.name = d.by_file
                                       WHERE d.account = ? AND f.made_at >= ?::date AT TIME ZONE 'Asia/Shanghai')
                        """)
                .params(account, day, account, day)
                .query(Boolean.class)
                .single();
    }
}
