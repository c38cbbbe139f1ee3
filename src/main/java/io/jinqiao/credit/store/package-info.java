/** Tables of the credit room: accounts, what was accepted of each, files on their way, what was set aside. */
@NullMarked
package io.jinqiao.credit.store;

import org.jspecify.annotations.NullMarked;
