/** The sheet as an OFD package (GB/T 33190) with an electronic seal (GB/T 38540). */
@NullMarked
package io.jinqiao.opinion.ofd;

import org.jspecify.annotations.NullMarked;
