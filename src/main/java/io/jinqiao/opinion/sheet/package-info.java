/** One page as marks in millimetres, and the typeface it is set in; knows no file format. */
@NullMarked
package io.jinqiao.opinion.sheet;

import org.jspecify.annotations.NullMarked;
