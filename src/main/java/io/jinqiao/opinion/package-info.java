/**
 * The approval opinion as a printable, sealed document; verification of sealed documents.
 */
@ApplicationModule(displayName = "opinion", allowedDependencies = {"message", "signing"})
@NullMarked
package io.jinqiao.opinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
