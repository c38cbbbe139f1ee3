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
        boolean certificates,
        Standing standing) {
    public StoredCase with(Standing later) {
        return new StoredCase(registry, bank, applicationNo, application, filedOn, filedAt, refused, certificates, later);
    }

    public Filed filed() {
        return Filed.of(application);
    }
}
