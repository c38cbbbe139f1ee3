package io.jinqiao.workbench.doctor.wire;

import io.jinqiao.adapter.descriptor.Channel;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a partner listens.
 *
 * @param path what every path begins with; empty for channels without paths
 * @param http whether HTTP is spoken, else frames
 */
public record Endpoint(String host, int port, String path, boolean http, boolean tls) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** @throws IllegalArgumentException when the channel's address is none */
    public static Endpoint of(Channel channel) {
        return channel.kind().equals("tcp") ? tcp(channel) : http(channel.address());
    }

    private static Endpoint http(String address) {
        try {
            URI uri = new URI(address);
            boolean tls = "https".equalsIgnoreCase(uri.getScheme());
            if (uri.getHost() == null || !tls && !"http".equalsIgnoreCase(uri.getScheme())) {
                throw new IllegalArgumentException(address);
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
            return new Endpoint(uri.getHost(), port, uri.getRawPath(), true, tls);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(address, e);
        }
    }

    private static Endpoint tcp(Channel channel) {
        int colon = channel.address().lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException(channel.address());
        }
        int port = Integer.parseInt(channel.address().substring(colon + 1));
        return new Endpoint(channel.address().substring(0, colon), port, "", false, channel.ourIdentity() != null);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
