package io.jinqiao.adapter;

/** Second stage: the connection's certificate belongs to the partner. From here on stored answers may be given. */
record Identified(Arrived arrived) {}
