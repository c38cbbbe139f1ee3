package io.jinqiao.message;

import org.jspecify.annotations.Nullable;

/**
 * Whom kept data are about. An application number means something only together with the bank that gave it.
 *
 * @param applicationNo the bank's number of the application; null: nobody's in particular, such as a pure question
 */
public record Subject(PartnerId partner, @Nullable String applicationNo) {}
