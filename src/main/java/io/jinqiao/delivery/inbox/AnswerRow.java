package io.jinqiao.delivery.inbox;

import io.jinqiao.delivery.Inbox.Candidate;
import io.jinqiao.delivery.Inbox.StoredAnswer;
import io.jinqiao.evidence.Along;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Which bytes were answered by which record, on its way into the statement of that record. */
record AnswerRow(Candidate candidate, StoredAnswer answer, DatabaseInbox inbox) implements Along {

    @Override
    public String sql() {
        return Statements.ANSWER;
    }

    @Override
    public int set(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        statement.setString(next++, candidate.partner().value());
        statement.setBytes(next++, candidate.rawBytes().bytes());
        statement.setString(next++, candidate.id().value());
        statement.setBoolean(next++, true);
        statement.setObject(next++, answer.record().value(), Types.OTHER);
        statement.setString(next++, answer.reply());
        return next;
    }

    @Override
    public void alone() {
        inbox.answered(candidate, answer);
    }
}
