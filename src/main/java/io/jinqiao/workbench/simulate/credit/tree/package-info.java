/** XML as the Center reads it. */
@NullMarked
package io.jinqiao.workbench.simulate.credit.tree;

import org.jspecify.annotations.NullMarked;
