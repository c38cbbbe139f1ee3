package io.jinqiao.workbench.simulate;

import io.jinqiao.workbench.simulate.SimulatedBranch.Answer;
import io.jinqiao.workbench.simulate.SimulatedBranch.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.function.Function;

/** One connection of a branch on which bytes are said as they stand, and answers are heard one after the other. */
public final class RawLine implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final Function<Letter, byte[]> bytes;
    private final Ear ear;

    /** Reads the next answer as one to this letter. */
    public interface Ear {
        /** @throws IOException when the connection ended before it, or nobody can say where it ends */
        Answer hear(Letter letter, InputStream in) throws IOException;
    }

    /** @param bytes a letter as it stands on this line, head or header included */
    public RawLine(Socket socket, Function<Letter, byte[]> bytes, Ear ear) throws IOException {
        this.socket = socket;
        this.bytes = bytes;
        this.ear = ear;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    public byte[] bytes(Letter letter) {
        return bytes.apply(letter);
    }

    /** Says these bytes, in a packet of their own as far as that can be told. */
    public void say(byte[] all, int from, int to) throws IOException {
        socket.getOutputStream().write(all, from, to - from);
        socket.getOutputStream().flush();
    }

    public void say(byte[] all) throws IOException {
        say(all, 0, all.length);
    }

    public Answer hear(Letter letter) throws IOException {
        return ear.hear(letter, socket.getInputStream());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
