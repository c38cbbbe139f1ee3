/** What an approval opinion says and where it stands on the page. */
@NullMarked
package io.jinqiao.opinion.form;

import org.jspecify.annotations.NullMarked;
