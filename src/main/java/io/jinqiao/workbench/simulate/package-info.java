@NullMarked
package io.jinqiao.workbench.simulate;

import org.jspecify.annotations.NullMarked;
