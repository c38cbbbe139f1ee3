@NullMarked
package io.jinqiao.mortgage.store;

import org.jspecify.annotations.NullMarked;
