package io.jinqiao.assessment;

import io.jinqiao.message.PartnerId;
import java.time.LocalDate;
import java.util.List;

/**
 * What no message tells, with its document; another person confirms it. Nought is entered too: what nobody entered is not known.
 *
 * @param on day it counts for; a red line found after the period of its day was frozen counts in the next
 * @param amounts audit: cases, findings of grade 1, 2 and 3; survey: answers, sum of their points; the others: how many
 * @param subject in words, nobody's name
 */
public record EnterFact(PartnerId bank, Kind kind, LocalDate on, List<Long> amounts, String subject, String document, String by) {

    public enum Kind {
        AUDIT(4),
        RED_LINE(1),
        SURVEY(2),
        COMPLAINT(1);

        private final int amounts;

        Kind(int amounts) {
            this.amounts = amounts;
        }

        /** How many numbers it takes. */
        public int amounts() {
            return amounts;
        }
    }

    public EnterFact {
        amounts = List.copyOf(amounts);
    }
}
