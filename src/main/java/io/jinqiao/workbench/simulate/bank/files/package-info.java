/**
 * The shipped banks' side of agreed files: each bank's own layout written and read a second time, in the place the bank keeps them. As the
 * messages, without the gateway's layouts.
 */
@NullMarked
package io.jinqiao.workbench.simulate.bank.files;

import org.jspecify.annotations.NullMarked;
