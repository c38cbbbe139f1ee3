package io.jinqiao.adapter.descriptor;

/**
 * Bounds on what is read from a partner.
 *
 * @param request largest request body in bytes
 * @param reply largest body of an answer to us, in bytes
 * @param depth deepest nesting of groups and lists, counting the outermost as 1
 */
public record Limits(int request, int reply, int depth) {}
