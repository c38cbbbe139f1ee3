/** Who a partner is and how it is reached: a partner's {@code adapter.yaml} as records. */
@NamedInterface("descriptor")
@NullMarked
package io.jinqiao.adapter.descriptor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
