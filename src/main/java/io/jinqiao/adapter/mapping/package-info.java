/** Mapping tables, compiled once into plans that work both ways: wire events to canonical content and back. */
@NullMarked
package io.jinqiao.adapter.mapping;

import org.jspecify.annotations.NullMarked;
