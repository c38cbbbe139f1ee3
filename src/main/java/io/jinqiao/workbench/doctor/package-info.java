/**
 * Before the first message: what is wrong between us and a partner, and what to do. Probes observe and note symptoms; one pure function
 * makes causes of them.
 */
@NullMarked
package io.jinqiao.workbench.doctor;

import org.jspecify.annotations.NullMarked;
