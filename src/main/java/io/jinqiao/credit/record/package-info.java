/**
 * The Center's types of records as data: segments, items, code tables and rules, each with its id; records of these types; what is wrong with one; its
 * line in a file.
 */
@NullMarked
package io.jinqiao.credit.record;

import org.jspecify.annotations.NullMarked;
