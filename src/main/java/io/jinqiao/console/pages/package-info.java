/** Pages for people. */
@NullMarked
package io.jinqiao.console.pages;

import org.jspecify.annotations.NullMarked;
