/** What a development house stands on: identities, database, time-stamp authority, processes. */
@NullMarked
package io.jinqiao.workbench.development;

import org.jspecify.annotations.NullMarked;
