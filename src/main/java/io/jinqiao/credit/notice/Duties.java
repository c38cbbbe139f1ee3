package io.jinqiao.credit.notice;

import io.jinqiao.credit.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who does what of a loan towards the credit reference system. Three roles, each given separately by the agreement of centre and bank.
 *
 * @param reporter who reports; where it is the bank, nothing is sent from here
 * @param notifier who tells people before something adverse is told of them
 * @param objections who answers objections (异议)
 * @param agreement number of the agreement that says so; null while none does, then the bank's roles are not believed
 */
public record Duties(Side reporter, Side notifier, Side objections, @Nullable String agreement, NoticeTerms notice) {

    /**
     * @param channels in which order they are tried
     * @param suffices what must have happened before the record may leave
     * @param releaseAfterDays calendar days after which two people may release what cannot be delivered
     * @param oncePerLoan whether one notice holds for later episodes of the same loan
     */
    public record NoticeTerms(List<Channel> channels, Suffices suffices, int releaseAfterDays, boolean oncePerLoan) {
        public NoticeTerms {
            channels = List.copyOf(channels);
        }
    }

    public enum Suffices {
        /** Sent by the agreed channel, the day kept. */
        DISPATCH,
        /** Known to have arrived. */
        DELIVERY
    }

    /** The bank reports, and an agreement says so: nothing is sent from here. */
    public boolean bankReports() {
        return reporter == Side.BANK && agreement != null;
    }

    /** The bank answers objections, and an agreement says so. */
    public boolean bankAnswers() {
        return objections == Side.BANK && agreement != null;
    }

    /** The bank tells people, and an agreement says so. */
    boolean bankTells() {
        return notifier == Side.BANK && agreement != null;
    }
}
