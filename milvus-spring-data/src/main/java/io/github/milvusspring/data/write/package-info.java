/**
 * Options and results of writes.
 *
 * <p>
 * {@code RowRangeSet} is public for the other packages of this module.
 */
@NullMarked
package io.github.milvusspring.data.write;

import org.jspecify.annotations.NullMarked;
