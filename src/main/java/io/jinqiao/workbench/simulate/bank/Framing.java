package io.jinqiao.workbench.simulate.bank;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where a message begins and ends on a connection. */
public interface Framing {

    /**
     * @return null at the end of the connection
     * @throws NotUnderstood when nobody can say where the message ends; the connection is of no use afterwards
     */
    @Nullable Packet read(InputStream in) throws IOException, NotUnderstood;

    byte[] bytes(Packet answer);

    /** Whether a connection carries more than one message. */
    boolean goesOn();
}
