/** From the other rooms' facts to what is counted of one bank and period: one row for each thing counted, with the messages that made it. */
@NullMarked
package io.jinqiao.assessment.gather;

import org.jspecify.annotations.NullMarked;
