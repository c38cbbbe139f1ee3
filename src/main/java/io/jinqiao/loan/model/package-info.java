/** One loan: its four tracks, the gates between them, and what each move makes of it. Pure: no clock, no store. */
@NullMarked
package io.jinqiao.loan.model;

import org.jspecify.annotations.NullMarked;
