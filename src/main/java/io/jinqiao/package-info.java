/** Composition: main class, settings, time, ids. Nothing imports it but the workbench, which starts it. */
@NullMarked
package io.jinqiao;

import org.jspecify.annotations.NullMarked;
