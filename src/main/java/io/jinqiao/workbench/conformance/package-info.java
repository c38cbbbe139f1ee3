/** {@code conformance}: whether a partner's folder, and whoever is at the other end, keep what was agreed. */
@NullMarked
package io.jinqiao.workbench.conformance;

import org.jspecify.annotations.NullMarked;
