package io.jinqiao.flow;

/** The hall's door for people's commands: a command runs through the same routes as a partner's message. */
public interface Capabilities {

    /**
     * Runs the route {@code direct:<route>} in one transaction.
     *
     * @param route such as {@code loan-decision}
     * @param command body in
     * @return body out
     * @throws io.jinqiao.message.Refusal when a gate or the state refuses; everything is rolled back
     * @throws IllegalArgumentException when there is no such route
     */
    Object run(String route, Object command);

    /** Whether there is such a route by now: a clock may strike before the hall is open. */
    boolean has(String route);
}
