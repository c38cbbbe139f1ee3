/** What is agreed with each bank about its files of repayments, as data; which rates are published. */
@NullMarked
package io.jinqiao.repayment.rules;

import org.jspecify.annotations.NullMarked;
