/**
 * Files of records: layouts put together from small axes (charset, records, columns, padding, hash, name, completion), read and written as
 * streams. What a column means stands in the partner's folder, in the language of the mapping tables.
 */
@NamedInterface("file")
@NullMarked
package io.jinqiao.adapter.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
