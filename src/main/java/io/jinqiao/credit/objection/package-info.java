/** Objections (异议): what was reported of somebody is disputed, checked, corrected where it was wrong, and answered in writing within the lawful days. */
@NullMarked
package io.jinqiao.credit.objection;

import org.jspecify.annotations.NullMarked;
