/**
 * The shipped banks' and the registry's own way of writing, a second time and by other means: plain JDK and Jackson trees, raw JCA and Bouncy Castle
 * arithmetic. Nothing here calls the gateway's mapping, codec or signing (a test says so), or else a fault of ours would mirror itself.
 */
@NullMarked
package io.jinqiao.workbench.simulate.bank;

import org.jspecify.annotations.NullMarked;
