/** Plumbing of the doctor: sockets, handshakes, one request at a time, each observed in all its stages. Decides nothing. */
@NullMarked
package io.jinqiao.workbench.doctor.wire;

import org.jspecify.annotations.NullMarked;
