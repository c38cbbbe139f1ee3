package io.jinqiao.loan.store;

import io.jinqiao.loan.Officer;
import io.jinqiao.loan.model.LoanEvent;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.Content;
import io.jinqiao.message.Words;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events as arrays, so that any number of them is written with the row they belong to in one statement. */
record EventRows(String[] types, String[] officers, String[] roles, String[] details) {
    static final String COLUMNS = "(acceptance_no, type, at, message_id, officer, officer_role, detail)";
    static final String ROWS = "unnest(?::text[], ?::text[], ?::text[], ?::text[])"
            + " WITH ORDINALITY AS t (type, officer, officer_role, detail, place)";

    static EventRows of(List<LoanEvent> events) {
        return new EventRows(
                column(events, event -> Words.of(event.type())),
                column(events, event -> officer(event, Officer::name)),
                column(events, event -> officer(event, Officer::role)),
                column(events, EventRows::detail));
    }

    private static String[] column(List<LoanEvent> events, Function<LoanEvent, @Nullable String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String officer(LoanEvent event, Function<Officer, String> part) {
        return event.by() == null ? null : part.apply(event.by());
    }

    private static String detail(LoanEvent event) {
        Content.GroupBuilder detail = Content.group();
        new TreeMap<>(event.detail()).forEach(detail::put);
        return CanonicalJson.write(detail.build());
    }
}
