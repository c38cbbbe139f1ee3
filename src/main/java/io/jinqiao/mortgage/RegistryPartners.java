package io.jinqiao.mortgage;

import io.jinqiao.message.Operation;
import io.jinqiao.message.PartnerId;
import java.util.List;

/** Who can be spoken to; answered by whoever knows the partners. */
public interface RegistryPartners {
    /** Registries that an operation was agreed with and is in service. */
    List<PartnerId> that(Operation operation);

    /** How files come to a registry. */
    RegistryMaterials materials(PartnerId registry);

    /** Whether a bank hears of its requests: one that agreed on no such notice is not told, and the case goes on. */
    boolean hears(PartnerId bank, Operation operation);
}
