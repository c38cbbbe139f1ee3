/** Enquiries: a string with a head, a body and a signature goes in by SOAP, and one comes back with a report in it. */
@NullMarked
package io.jinqiao.workbench.simulate.credit.enquiry;

import org.jspecify.annotations.NullMarked;
