/** Asking the credit reference system lawfully: the gate before the wire, and the report that comes back as facts. */
@NullMarked
package io.jinqiao.credit.enquiry;

import org.jspecify.annotations.NullMarked;
