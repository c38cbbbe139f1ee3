package io.jinqiao.message;

/** Where ids come from; handed in, so that tests can foretell them. */
@FunctionalInterface
public interface IdGenerator {
    MessageId next();
}
