package io.jinqiao.mortgage;

import io.jinqiao.message.PartnerId;
import io.jinqiao.message.RegistrationApplication;
import io.jinqiao.message.ToBeFiled;

/**
 * Command: apply for something at a registry.
 *
 * @param bank whose application it belongs to; the registry is not told
 * @param applicationNo the bank's number of the application
 * @param by who says so
 */
public record FileCase(PartnerId registry, PartnerId bank, String applicationNo, RegistrationApplication application, String by) implements ToBeFiled {}
