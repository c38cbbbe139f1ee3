/**
 * Bytes to signature to verdict; keys, certificates, revocation, digital envelopes, time-stamps. Alone (with {@code opinion}) imports Bouncy Castle.
 */
@ApplicationModule(displayName = "signing", allowedDependencies = {"message"})
@NullMarked
package io.jinqiao.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
