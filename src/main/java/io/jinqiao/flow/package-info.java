/**
 * The Camel-facing hall: routes, converters, transaction, failure to answer. Alone (with {@code adapter.channel}) imports Camel.
 * Uses rulebook only to find route files, packaged or in {@code jinqiao.home}.
 */
@ApplicationModule(displayName = "flow", allowedDependencies = {"message", "adapter", "adapter :: channel", "rulebook"})
@NullMarked
package io.jinqiao.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
