package io.jinqiao.loan;

import io.jinqiao.message.ApplicantCheck;
import io.jinqiao.message.Money;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The centre's core system as far as it must answer at once: implemented by whoever keeps the line to it. */
public interface CoreSystem {

    /**
     * May these persons borrow? Within the budget of an answer at the counter.
     *
     * @return empty when the core system did not answer: nothing was checked
     */
    Optional<Eligibility> check(ApplicantCheck question);

    /**
     * @param policyVersion version of the centre's policy it was answered by
     * @param indicativeAmount what the persons might borrow together; null when not eligible
     * @param persons one for each person asked about, in the same order
     */
    record Eligibility(String policyVersion, @Nullable Money indicativeAmount, List<Verdict> persons) {
        public Eligibility {
            persons = List.copyOf(persons);
        }
    }

    /** @param reason why not, for the counter; null when eligible */
    record Verdict(boolean eligible, @Nullable String reason) {}
}
