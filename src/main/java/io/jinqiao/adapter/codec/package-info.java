/** Bytes to envelope to canonical message and back: one {@link io.jinqiao.adapter.codec.Dialect} for each partner, composed of small axes. */
@NamedInterface("codec")
@NullMarked
package io.jinqiao.adapter.codec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
