package io.jinqiao.adapter.mapping;

/**
 * A compiled table, seen from the wire.
 *
 * @param refuseUnexpected whether a member nobody agreed on is a problem or read over
 * @param emptyIsAbsent whether an empty text on the wire means that there is none
 */
record Reading(In.Scope scope, boolean refuseUnexpected, boolean emptyIsAbsent) {}
