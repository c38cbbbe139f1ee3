/** The development certificate authority: who exists in development, their keys, certificates and revocation lists. */
@NullMarked
package io.jinqiao.workbench.certs;

import org.jspecify.annotations.NullMarked;
