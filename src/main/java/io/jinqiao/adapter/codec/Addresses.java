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
    private final PartnerDescriptor descriptor;
    private final boolean byCode;
    private final String outPath;

    /**
     * @param byCode whether a message tells its operation by a code inside; else its path does
     * @param centre whether this is our side; else the partner's
     */
    Addresses(PartnerDescriptor descriptor, boolean byCode, boolean centre) {
        this.descriptor = descriptor;
        this.byCode = byCode;
        String path = descriptor.channel(Channel.Direction.IN).map(Channel::path).orElse("");
        String gate = byCode ? "" : path;
        this.outPath = centre ? "" : path;
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

    /** Bytes a request to this path may have, as far as the path tells. */
    int limit(String path) {
        Operation operation = incoming.get(path);
        return operation != null
                ? descriptor.operations().get(operation).maxRequest()
                : byCode ? descriptor.largestRequest() : descriptor.limits().request();
    }

    /** @throws IllegalArgumentException when the operation does not go this way */
    String path(Operation operation) {
        String address = outgoing(operation);
        return byCode ? outPath : address;
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
