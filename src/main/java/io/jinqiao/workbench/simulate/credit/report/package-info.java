/** Reporting: a file comes in, is judged rule by rule against the sheet and against what was taken before, and a feedback file goes back. */
@NullMarked
package io.jinqiao.workbench.simulate.credit.report;

import org.jspecify.annotations.NullMarked;
