/** Pictures of figures, drawn by a library: as SVG with its letters as outlines, in greys, dashes and marks that a black-and-white print keeps apart. */
@NullMarked
package io.jinqiao.console.charts;

import org.jspecify.annotations.NullMarked;
