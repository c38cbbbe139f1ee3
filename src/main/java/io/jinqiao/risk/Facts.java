package io.jinqiao.risk;

import io.jinqiao.message.LoanApplication;
import io.jinqiao.message.Party;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What the rules look at. @param today the centre's date */
record Facts(LoanApplication application, LocalDate today) {
    Stream<Party> in(Party.Role role) {
        return application.parties().stream().filter(p -> p.role() == role);
    }

    boolean has(Party.Role role) {
        return in(role).findAny().isPresent();
    }
}
