/** What the door does, joined from gathering, scoring and the tables. */
@NullMarked
package io.jinqiao.assessment.desk;

import org.jspecify.annotations.NullMarked;
