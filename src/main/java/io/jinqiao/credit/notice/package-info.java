/** The duty to tell people before something adverse is told of them (不良信息告知): who owes it, how far it is, and the gate that waits for it. */
@NullMarked
package io.jinqiao.credit.notice;

import org.jspecify.annotations.NullMarked;
