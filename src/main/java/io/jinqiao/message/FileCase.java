package io.jinqiao.message;

/**
 * Command: apply for something at a registry. It is compared with the loan it is for before it goes out.
 *
 * @param bank whose application it belongs to; the registry is not told
 * @param applicationNo the bank's number of the application
 * @param by who says so
 */
public record FileCase(PartnerId registry, PartnerId bank, String applicationNo, RegistrationApplication application, String by) {}
