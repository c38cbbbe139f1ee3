/** The samples of a partner's folder: reading them, and writing them with the published key. */
@NullMarked
package io.jinqiao.workbench.samples;

import org.jspecify.annotations.NullMarked;
