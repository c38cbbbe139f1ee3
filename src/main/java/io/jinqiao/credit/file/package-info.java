/** Files of records as the Center wants them (报送文件) and those it answers with (反馈文件). */
@NullMarked
package io.jinqiao.credit.file;

import org.jspecify.annotations.NullMarked;
