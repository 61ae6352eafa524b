/**
 * The operations on one collection: the order of the steps of each. Internal:
 * applications need none of these types.
 */
@NullMarked
package io.github.milvusspring.data.execution;

import org.jspecify.annotations.NullMarked;
