package io.jinqiao.adapter.codec;

import io.jinqiao.adapter.descriptor.Channel;
import io.jinqiao.adapter.descriptor.OperationRule;
import io.jinqiao.adapter.descriptor.PartnerDescriptor;
import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Operation;
import io.jinqiao.message.Operation.Direction;
import io.jinqiao.message.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which operation an address means, for one side of the wire. */
final class Addresses {
    private static final int SHOWN = 100;

    private final Map<String, Operation> incoming = new HashMap<>();
    private final Map<Operation, String> outgoing = new HashMap<>();

    /** @param centre whether this is our side; else the partner's */
    Addresses(PartnerDescriptor descriptor, boolean centre) {
        String gate = descriptor.channel(Channel.Direction.IN).map(Channel::address).orElse("");
        for (OperationRule rule : descriptor.operations().values()) {
            Direction direction = rule.operation().direction();
            if (direction != Direction.FROM_CENTRE) {
                put(centre, gate + rule.code(), rule.operation());
            }
            if (direction != Direction.TO_CENTRE) {
                put(!centre, rule.code(), rule.operation());
            }
        }
    }

    private void put(boolean comesIn, String address, Operation operation) {
        if (comesIn) {
            incoming.put(address, operation);
        } else {
            outgoing.put(operation, address);
        }
    }

    @Nullable Operation incoming(String address) {
        return incoming.get(address);
    }

    Refusal unknown(String address) {
        String shown = io.jinqiao.adapter.mapping.Names.shown(address.substring(0, Math.min(SHOWN, address.length())));
        return new Refusal(FailureCode.OPERATION_UNKNOWN, shown, String.join(", ", new TreeSet<>(incoming.keySet())));
    }

    /** @throws IllegalArgumentException when the operation does not go this way */
    String outgoing(Operation operation) {
        String address = outgoing.get(operation);
        if (address == null) {
            throw new IllegalArgumentException(operation.id() + " is not agreed in this direction");
        }
        return address;
    }
}
