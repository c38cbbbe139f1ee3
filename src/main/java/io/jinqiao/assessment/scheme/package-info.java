/** Assessment schemes as data: read, checked whole, and their formulas compiled, at start. */
@NullMarked
package io.jinqiao.assessment.scheme;

import org.jspecify.annotations.NullMarked;
