package io.jinqiao.loan.desk;

import io.jinqiao.loan.LoanDeadline.Clock;
import io.jinqiao.loan.rules.DeadlineClock;
import io.jinqiao.loan.rules.Deadlines.Limit;
import io.jinqiao.loan.rules.LoanRules;
import io.jinqiao.rulebook.EffectiveTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Days that follow from a promised limit. */
@Component
class Dates {
    private final LoanRules rules;

    Dates(LoanRules rules) {
        this.rules = rules;
    }

    /** Last day to hand a supplement in. */
    LocalDate supplementDue(LocalDate returnedOn) {
        return promised("supplement", returnedOn);
    }

    /** Last day to sign a contract on an opinion. */
    LocalDate validTo(LocalDate approvedOn) {
        return promised("approval-validity", approvedOn);
    }

    /** Last day on which a contract signed in time may still be reported. */
    LocalDate lastReport(LocalDate validTo) {
        return rules.calendar().plus(validTo, rules.deadlines().reportGrace());
    }

    private LocalDate promised(String name, LocalDate from) {
        EffectiveTable<Limit> limits = rules.deadlines().named(name).limits().get(Clock.PROMISED);
        Limit limit = Objects.requireNonNull(limits, name).at(from);
        DeadlineClock clock = new DeadlineClock(rules.calendar(), limit.kind(), List.of());
        return Objects.requireNonNull(clock.due(from, Objects.requireNonNull(limit.days(), name)), name);
    }
}
