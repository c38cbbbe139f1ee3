/** The REST door /api/v1: commands, facts and the event feed for the centre's core system and other programs. */
@NullMarked
package io.jinqiao.console.rest;

import org.jspecify.annotations.NullMarked;
