package io.jinqiao.repayment.rules;

import io.jinqiao.repayment.warning.Sign;
import java.time.LocalDate;
import java.util.List;

/** What counts as a sign, from a first day on. */
public record Signs(LocalDate from, List<Rule> rules) {
    public Signs {
        rules = List.copyOf(rules);
    }

    /** How soon somebody should look. */
    public enum Grade {
        WATCH,
        URGENT
    }

    /** @param id stays the same as long as it means the same */
    public record Rule(String id, String zh, String en, Grade grade, Sign sign) {}
}
