package io.jinqiao.assessment;

import io.jinqiao.message.PartnerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time that counts against nobody; another person confirms it. What the gateway itself was down it notes without people.
 *
 * @param bank whose announced maintenance it will be, entered and confirmed before it begins; null: the centre was down
 * @param document announcement or report
 */
public record EnterDowntime(@Nullable PartnerId bank, Instant from, Instant until, String document, String by) {}
