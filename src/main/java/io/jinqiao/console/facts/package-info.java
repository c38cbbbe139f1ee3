/** Reads the fact views of the other rooms, and nothing else of theirs. */
@NullMarked
package io.jinqiao.console.facts;

import org.jspecify.annotations.NullMarked;
