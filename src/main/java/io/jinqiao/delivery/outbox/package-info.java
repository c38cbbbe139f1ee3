/** Messages to partners: their stages, the leases on them, and who carries them on. */
@NullMarked
package io.jinqiao.delivery.outbox;

import org.jspecify.annotations.NullMarked;
