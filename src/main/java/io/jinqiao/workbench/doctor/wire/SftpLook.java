package io.jinqiao.workbench.doctor.wire;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import io.jinqiao.adapter.descriptor.FileRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** One visit to a partner's SFTP server, with the gateway's client. What is written to try a right is an empty file, and taken away again. */
public final class SftpLook {
    private static final int PATIENCE_MILLIS = 15_000;

    private final FileRule rule;
    private final FileRule.Server server;
    private final byte[] key;
    private final int connectMillis;
    private final Endpoint endpoint;

    /** How far the visit came. */
    public sealed interface Seen {}

    /** No connection stood. */
    public record Unreached(Fault fault) implements Seen {}

    /** What listens there said no word of SSH. @param closed it ended the connection at once */
    public record NoSsh(boolean closed) implements Seen {}

    /** The server's key is another one. @param shown kind and fingerprint */
    public record OtherKey(String shown) implements Seen {}

    public record NoLogin() implements Seen {}

    /** @param words of the client */
    public record NoHandshake(String words) implements Seen {}

    /** @param there whether it is the right that is missing, else the folder */
    public record NoFolder(String path, String wanted, boolean there) implements Seen {}

    /** Everything the gateway will do was done. */
    public record Well(String shown) implements Seen {}

    /** @param key the private key, usable */
    public SftpLook(FileRule rule, FileRule.Server server, byte[] key, Duration connect) {
        this.rule = rule;
        this.server = server;
        this.key = key;
        this.connectMillis = (int) connect.toMillis();
        int colon = server.address().lastIndexOf(':');
        this.endpoint = new Endpoint(server.address().substring(0, colon), Integer.parseInt(server.address().substring(colon + 1)), "", false, false);
    }

    /** Whether these bytes are a private key that needs no passphrase. @return why not; empty when they are */
    public static String unusable(byte[] key) {
        try {
            return KeyPair.load(new JSch(), key, null).isEncrypted() ? "passphrase" : "";
        } catch (JSchException e) {
            return String.valueOf(e.getMessage());
        }
    }

    public Seen look() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), connectMillis);
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[] first = socket.getInputStream().readNBytes(4);
            if (!new String(first, StandardCharsets.US_ASCII).equals("SSH-")) {
                return new NoSsh(first.length == 0);
            }
        } catch (java.net.SocketTimeoutException e) {
            return String.valueOf(e.getMessage()).contains("onnect") ? new Unreached(Fault.of(e)) : new NoSsh(false);
        } catch (java.net.UnknownHostException e) {
            return new Unreached(Fault.of(e));
        } catch (IOException e) {
            Fault fault = Fault.of(e);
            return fault.cutOff() ? new NoSsh(true) : new Unreached(fault);
        }
        return visit();
    }

    private Seen visit() {
        HostKeys hosts = new HostKeys(server.hostKey());
        Session session = null;
        try {
            JSch client = new JSch();
            client.addIdentity(server.ourKey(), key, null, null);
            client.setHostKeyRepository(hosts);
            session = client.getSession(server.user(), endpoint.host(), endpoint.port());
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", "publickey");
            session.connect(PATIENCE_MILLIS);
            return folders(session, hosts);
        } catch (JSchException e) {
            return hosts.refused() ? new OtherKey(hosts.shown()) : failed(e);
        } finally {
            if (session != null) {
                session.disconnect();
            }
        }
    }

    private static Seen failed(JSchException e) {
        String words = String.valueOf(e.getMessage());
        return words.startsWith("Auth ") || words.contains("USERAUTH") ? new NoLogin() : new NoHandshake(words);
    }

    private Seen folders(Session session, HostKeys hosts) throws JSchException {
        ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
        sftp.connect(PATIENCE_MILLIS);
        try {
            for (String folder : List.of(rule.inbox(), rule.results())) {
                Seen missing = tried(sftp, folder);
                if (missing != null) {
                    return missing;
                }
            }
            return new Well(hosts.shown());
        } finally {
            sftp.disconnect();
        }
    }

    /** Looks in, and puts and takes away a file: answered files are moved inside the one folder, results are written into the other. */
    private static @org.jspecify.annotations.Nullable Seen tried(ChannelSftp sftp, String folder) {
        String wanted = "ls";
        try {
            sftp.ls(folder);
            wanted = "put, rm";
            String probe = folder + "/TEST-" + Long.toString(System.nanoTime(), 36) + ".part";
            sftp.put(new ByteArrayInputStream(new byte[0]), probe);
            sftp.rm(probe);
            return null;
        } catch (SftpException e) {
            return new NoFolder(folder, wanted, e.id != ChannelSftp.SSH_FX_NO_SUCH_FILE);
        }
    }
}
