package io.jinqiao.adapter.channel;

import io.jinqiao.adapter.codec.LengthPrefix;
import java.time.Duration;

/**
 * Where one partner reaches us over TCP, and how long and large its messages may be.
 *
 * @param limit largest message with its header, in bytes
 * @param frameTimeout from the first byte of a message to its last
 * @param idleTimeout how long a connection may rest between two messages
 */
record TcpGate(String partner, LengthPrefix prefix, int limit, Duration frameTimeout, Duration idleTimeout) {}
