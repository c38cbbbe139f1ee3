package io.jinqiao.adapter.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where partners reach us: settings {@code jinqiao.partners.*}.
 *
 * @param port 0: a free one, see {@link Listening}
 * @param serverKey alias of the key the server shows
 * @param workers threads that work on requests; more wait in line
 * @param memory bytes that the bodies of all requests under way may take together; more are told "busy"
 * @param bodyTimeout from the connection, or the first byte of a request, to its last byte
 * @param idleTimeout how long a connection may rest between two requests
 * @param unknownLimit largest body in bytes from an address that belongs to no partner
 */
@ConfigurationProperties("jinqiao.partners")
public record PartnersDoor(
        @DefaultValue("0.0.0.0") String host,
        @DefaultValue("8443") int port,
        @DefaultValue("centre-tls-server") String serverKey,
        @DefaultValue("32") int workers,
        @DefaultValue("64MB") DataSize memory,
        @DefaultValue("20s") Duration bodyTimeout,
        @DefaultValue("60s") Duration idleTimeout,
        @DefaultValue("65536") int unknownLimit) {}
