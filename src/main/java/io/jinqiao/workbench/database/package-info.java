@NullMarked
package io.jinqiao.workbench.database;

import org.jspecify.annotations.NullMarked;
