/** The sheet as a PDF file with a CAdES signature. */
@NullMarked
package io.jinqiao.opinion.pdf;

import org.jspecify.annotations.NullMarked;
