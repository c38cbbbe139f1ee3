@NullMarked
package io.jinqiao.mortgage.rules;

import org.jspecify.annotations.NullMarked;
