package io.jinqiao.workbench.simulate.bank;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Calls the centre back, in a session it opens and opens again when the centre says it is over. */
final class RegistryCaller {
    private final RegistryWire wire;
    private final Caller caller;
    private @Nullable String token;

    RegistryCaller(RegistryWire wire, Caller caller) {
        this.wire = wire;
        this.caller = caller;
    }

    /** @return the centre's answer */
    synchronized RegistryWire.Heard call(String code, String seq, ObjectNode data) throws IOException, InterruptedException {
        if (token == null) {
            token = opened();
        }
        RegistryWire.Heard heard = said(wire.ask(code, seq, token, Instant.now(), data));
        if (!heard.code().equals(RegistryWire.SESSION_OVER)) {
            return heard;
        }
        token = opened();
        return said(wire.ask(code, seq, token, Instant.now(), data));
    }

    /** With any token, and never another. */
    RegistryWire.Heard callIn(@Nullable String session, String code, String seq, ObjectNode data) throws IOException, InterruptedException {
        return said(wire.ask(code, seq, session, Instant.now(), data));
    }

    /** Opens a session under a number of choice; the same number asks the same question again, in a new envelope. @return the token */
    String open(String seq) throws IOException, InterruptedException {
        ObjectNode who = JsonNodeFactory.instance.objectNode().put("yhm", "BDC-XUGOU");
        RegistryWire.Heard heard = said(wire.ask(RegistryWire.OPENS_A_SESSION, seq, null, Instant.now(), who));
        String given = heard.data().path("token").asText();
        if (!heard.code().equals(RegistryWire.DONE) || given.isEmpty()) {
            throw new IOException("the centre opens no session: " + heard.code());
        }
        return given;
    }

    private String opened() throws IOException, InterruptedException {
        return open("REGISTRY" + System.nanoTime());
    }

    private RegistryWire.Heard said(Packet packet) throws IOException, InterruptedException {
        try {
            return wire.hear(caller.call(packet));
        } catch (NotUnderstood unreadable) {
            throw new IOException("no answer of the centre that can be read", unreadable);
        }
    }
}
