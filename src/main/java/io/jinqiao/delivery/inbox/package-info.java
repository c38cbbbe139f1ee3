/** Which messages of partners were taken, and how each was answered. */
@NullMarked
package io.jinqiao.delivery.inbox;

import org.jspecify.annotations.NullMarked;
