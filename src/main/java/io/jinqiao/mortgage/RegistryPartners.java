package io.jinqiao.mortgage;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.util.List;

/** The registries there are; answered by whoever knows the partners. */
@FunctionalInterface
public interface RegistryPartners {
    /** Those that an operation was agreed with and is in service. */
    List<PartnerId> that(Operation operation);
}
