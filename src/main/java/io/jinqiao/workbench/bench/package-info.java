@NullMarked
package io.jinqiao.workbench.bench;

import org.jspecify.annotations.NullMarked;
