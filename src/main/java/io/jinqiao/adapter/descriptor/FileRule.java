package io.jinqiao.adapter.descriptor;

import io.jinqiao.message.FileKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of file reaches us, and how its result reaches them.
 *
 * @param way who carries it
 * @param server null for directories of ours
 * @param inbox directory the files appear in
 * @param results directory the results go to
 * @param every how often we look
 * @param largest bytes
 */
public record FileRule(
        FileKind kind, Way way, @Nullable Server server, String inbox, String results, Duration every, long largest) {

    public enum Way {
        /** They put it into a directory of ours. */
        PUSHED,
        /** We fetch it from their server. */
        FETCHED
    }

    /**
     * Their SFTP server.
     *
     * @param address host and port
     * @param ourKey alias of the key we log in with
     * @param hostKey kind and public key of the server, such as {@code ssh-ed25519 AAAA…}
     */
    public record Server(String address, String user, String ourKey, String hostKey) {}
}
