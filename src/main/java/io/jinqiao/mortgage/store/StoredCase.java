package io.jinqiao.mortgage.store;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.mortgage.model.Filed;
import io.jinqiao.mortgage.model.Standing;
import java.time.LocalDate;

/** A case as it lies in the database, locked for the caller's transaction. */
public record StoredCase(
        PartnerId registry, PartnerId bank, String applicationNo, RegistrationApplication application, LocalDate filedOn, Standing standing) {
    public Filed filed() {
        return Filed.of(application);
    }
}
