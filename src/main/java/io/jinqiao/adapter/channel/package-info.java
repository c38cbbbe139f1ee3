/** Channels: bytes from and to partners. Alone (with {@code flow}) imports Camel. */
@NamedInterface("channel")
@NullMarked
package io.jinqiao.adapter.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
