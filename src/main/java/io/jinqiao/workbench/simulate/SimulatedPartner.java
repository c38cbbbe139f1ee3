package io.jinqiao.workbench.simulate;

import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Operation;
import java.util.List;

/**
 * A partner's test system: takes the centre's messages, verifies them, writes them into a book of its own and answers as it is told to
 * behave. Says how it was built, because only one that shares nothing with the product can find the product's own faults.
 */
public interface SimulatedPartner extends AutoCloseable {

    String partner();

    Build build();

    SimulatedPartner start();

    /** Where it listens, on the loopback interface. */
    int port();

    /** Whether it speaks HTTP there, else frames on a stream; TLS in either case. */
    boolean http();

    /** Path of its service, where a caller's setting names the whole address; else empty. */
    default String path() {
        return "";
    }

    Moods moods();

    BankLedger ledger();

    /** Messages of one operation it has taken, in the order of their ids; kept over a restart. */
    <T extends CanonicalMessage> List<T> received(Operation operation, Class<T> type);

    /** From now on, messages of this operation are treated so. */
    default void behave(Operation operation, Behaviour behaviour) {
        moods().behave(operation, behaviour);
    }

    @Override
    void close();
}
