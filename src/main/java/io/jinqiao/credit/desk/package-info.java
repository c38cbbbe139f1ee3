/** The month's work: records made, checked and put into files; answers taken in. */
@NullMarked
package io.jinqiao.credit.desk;

import org.jspecify.annotations.NullMarked;
