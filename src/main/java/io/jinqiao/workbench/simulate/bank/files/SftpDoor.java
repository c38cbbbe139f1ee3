package io.jinqiao.workbench.simulate.bank.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A bank's SFTP server on the loopback interface: one user, one key, one host key, and whatever it is told to refuse. */
public final class SftpDoor implements AutoCloseable {
    private final Path root;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Map<Path, byte[]> replacements = new ConcurrentHashMap<>();
    private volatile KeyPair host;
    private volatile boolean admits = true;
    private volatile Set<String> denied = Set.of();

    /** @param port 0: any */
    SftpDoor(Path root, int port, String user, KeyPair host, PublicKey client) {
        this.root = root;
        this.host = host;
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Watch());
        server.setHost("localhost");
        server.setPort(port);
        server.setKeyPairProvider(session -> List.of(this.host));
        server.setPublickeyAuthenticator((who, key, session) -> admits && who.equals(user) && KeyUtils.compareKeys(key, client));
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    }

    void open() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for SFTP", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /** Kind and public key, as they stand in {@code known_hosts}. */
    public String hostKey() {
        return PublicKeyEntry.toString(host.getPublic());
    }

    /** Whoever connects from now on is shown this key; when it is another one, nobody stays connected. */
    public void show(KeyPair other) {
        boolean changed = !KeyUtils.compareKeys(host.getPublic(), other.getPublic());
        host = other;
        if (changed) {
            server.getActiveSessions().forEach(session -> session.close(true));
        }
    }

    /** Whether anybody is let in. */
    public void admits(boolean anybody) {
        admits = anybody;
    }

    /** Nothing may be opened, made or moved below these folders; {@code ""}: anywhere. */
    public void deny(Set<String> folders) {
        denied = Set.copyOf(folders);
    }

    /** As soon as somebody has read the beginning of this file, it says something else. */
    void replaceOnceRead(Path file, byte[] bytes) {
        replacements.put(file, bytes);
    }

    private Path real(Path seen) {
        return root.resolve(seen.toString().substring(1));
    }

    private final class Watch implements SftpEventListener {
        @Override
        public void opening(ServerSession session, String remote, Handle handle) throws IOException {
            require(handle.getFile());
        }

        @Override
        public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
            require(path);
        }

        @Override
        public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
            require(from);
            require(to);
        }

        @Override
        public void removing(ServerSession session, Path path, boolean directory) throws IOException {
            require(path);
        }

        private void require(Path path) throws IOException {
            String seen = path.toString();
            if (denied.stream().anyMatch(folder -> (seen + "/").startsWith(folder.isEmpty() ? "/" : "/" + folder + "/"))) {
                throw new AccessDeniedException(seen);
            }
        }

        @Override
        public void read(ServerSession session, String remote, FileHandle handle, long at, byte[] data, int from, int length, int read, Throwable failure)
                throws IOException {
            byte[] other = replacements.remove(real(handle.getFile()));
            if (other != null) {
                Files.write(real(handle.getFile()), other);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
