/** SM4 and SM2 encryption for digital envelopes. */
@NullMarked
package io.jinqiao.signing.envelope;

import org.jspecify.annotations.NullMarked;
