@NullMarked
package io.jinqiao.mortgage.model;

import org.jspecify.annotations.NullMarked;
