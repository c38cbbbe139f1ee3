/** Evidence packs: written from the journal, checked offline. */
@NullMarked
package io.jinqiao.evidence.pack;

import org.jspecify.annotations.NullMarked;
