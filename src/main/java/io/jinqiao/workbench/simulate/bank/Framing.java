package io.jinqiao.workbench.simulate.bank;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where a message begins and ends on a connection. */
interface Framing {

    /** @return null at the end of the connection */
    @Nullable Packet read(InputStream in) throws IOException;

    byte[] bytes(Packet answer);

    /** Whether a connection carries more than one message. */
    boolean goesOn();
}
