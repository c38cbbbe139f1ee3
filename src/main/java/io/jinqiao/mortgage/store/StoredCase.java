package io.jinqiao.mortgage.store;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.mortgage.model.Filed;
import io.jinqiao.mortgage.model.Standing;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case as it lies in the database, locked for the caller's transaction.
 *
 * @param refused codes, when the registry did not take it
 * @param right number of the case that first applied for the right this one is about; null: it named a proof of none of the loan's cases
 * @param opinionNo approval it was filed for; null: nobody compared it with one
 * @param certificates whether the registry agreed, when it was filed, to hand certificates over
 */
public record StoredCase(
        PartnerId registry,
        PartnerId bank,
        String applicationNo,
        RegistrationApplication application,
        LocalDate filedOn,
        Instant filedAt,
        @Nullable String refused,
        @Nullable String right,
        @Nullable String opinionNo,
        boolean certificates,
        Standing standing) {
    public StoredCase with(Standing later) {
        return new StoredCase(registry, bank, applicationNo, application, filedOn, filedAt, refused, right, opinionNo, certificates, later);
    }

    public Filed filed() {
        return Filed.of(application);
    }
}
