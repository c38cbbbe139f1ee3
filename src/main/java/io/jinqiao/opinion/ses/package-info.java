/**
 * The ASN.1 of electronic seals and of what is signed with them (GB/T 38540-2020, version 4): records that hold nothing wrong, written as
 * DER and read strictly. Knows nothing of packages, pages or trust.
 */
@NullMarked
package io.jinqiao.opinion.ses;

import org.jspecify.annotations.NullMarked;
