/** The journal in PostgreSQL: rows, encrypted contents, keys, and the gate that stops traffic when they cannot be written. */
@NullMarked
package io.jinqiao.evidence.store;

import org.jspecify.annotations.NullMarked;
