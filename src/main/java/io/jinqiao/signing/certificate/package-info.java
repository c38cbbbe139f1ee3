/** Certificates, chains and revocation lists: what they say, whether it holds at an instant. */
@NullMarked
package io.jinqiao.signing.certificate;

import org.jspecify.annotations.NullMarked;
