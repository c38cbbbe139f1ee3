/** From frozen facts to points, grade, coefficient and fee: pure, and the same to the cent whenever it is computed again. */
@NullMarked
package io.jinqiao.assessment.score;

import org.jspecify.annotations.NullMarked;
