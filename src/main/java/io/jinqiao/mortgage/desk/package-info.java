@NullMarked
package io.jinqiao.mortgage.desk;

import org.jspecify.annotations.NullMarked;
