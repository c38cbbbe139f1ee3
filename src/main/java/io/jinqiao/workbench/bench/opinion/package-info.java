/** How many sealed opinions one machine makes, beside the library somebody would take instead. */
@NullMarked
package io.jinqiao.workbench.bench.opinion;

import org.jspecify.annotations.NullMarked;
