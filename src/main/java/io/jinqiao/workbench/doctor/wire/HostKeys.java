package io.jinqiao.workbench.doctor.wire;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one key a server may show, and the one it did. For one visit. */
final class HostKeys implements HostKeyRepository {
    private final String registered;
    private @Nullable String shown;
    private boolean refused;

    /** @param registered kind and public key, as it stands in the partner's folder */
    HostKeys(String registered) {
        this.registered = registered;
    }

    boolean refused() {
        return refused;
    }

    String shown() {
        return shown == null ? "?" : shown;
    }

    @Override
    public int check(String host, byte[] key) {
        shown = words(key);
        refused = !registered.strip().endsWith(" " + Base64.getEncoder().encodeToString(key));
        return refused ? CHANGED : OK;
    }

    /** Kind and fingerprint, as people compare them. */
    private static String words(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            int length = key[3];
            return new String(key, 4, length, java.nio.charset.StandardCharsets.US_ASCII) + " SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        try {
            String[] words = registered.strip().split(" ");
            return words.length < 2 || type != null && !words[0].equals(type) || host == null
                    ? new HostKey[0]
                    : new HostKey[] {new HostKey(host, Base64.getDecoder().decode(words[1]))};
        } catch (JSchException | IllegalArgumentException e) {
            return new HostKey[0];
        }
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "adapter.yaml";
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new UnsupportedOperationException("keys are registered by people");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("keys are registered by people");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("keys are registered by people");
    }
}
