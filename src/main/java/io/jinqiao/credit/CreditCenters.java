package io.jinqiao.credit;

import io.jinqiao.message.PartnerId;
import java.util.Optional;

/** Who can be asked; answered by whoever knows the partners. */
public interface CreditCenters {
    /** The Center that takes enquiries; nothing where there is none, or they are not in service. */
    Optional<PartnerId> forEnquiries();
}
