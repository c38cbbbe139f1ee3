package io.jinqiao.console;

/** What came of an attempt to log in. The page shows one text for both refusals, so that it tells nobody which names exist. */
public sealed interface LogIn {
    record Granted(Person person) implements LogIn {}

    record Refused() implements LogIn {}

    /** Too many wrong passwords in a row: even the right one is not looked at until the lock ends. */
    record Locked() implements LogIn {}
}
