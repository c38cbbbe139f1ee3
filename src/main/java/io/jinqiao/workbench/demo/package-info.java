@NullMarked
package io.jinqiao.workbench.demo;

import org.jspecify.annotations.NullMarked;
