/** A partner played by the gateway's own engine, in reverse. For folders nobody wrote an implementation for; a fault of ours mirrors itself here. */
@NullMarked
package io.jinqiao.workbench.simulate.mirror;

import org.jspecify.annotations.NullMarked;
