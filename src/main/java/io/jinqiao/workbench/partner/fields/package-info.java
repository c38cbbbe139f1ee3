/** A bank's own table of fields, as a workbook or as CSV, and what of it our mapping tables can say at once. */
@NullMarked
package io.jinqiao.workbench.partner.fields;

import org.jspecify.annotations.NullMarked;
