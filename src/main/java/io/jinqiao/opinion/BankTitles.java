package io.jinqiao.opinion;

import io.jinqiao.message.PartnerId;
import java.util.Optional;

/** How a bank is addressed in a letter; the names of partners are not this room's. */
public interface BankTitles {

    /** @return Chinese; empty when there is no such partner */
    Optional<String> of(PartnerId bank);
}
