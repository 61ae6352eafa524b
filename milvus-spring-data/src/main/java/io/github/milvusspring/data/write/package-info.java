/**
 * Options and results of writes.
 */
@NullMarked
package io.github.milvusspring.data.write;

import org.jspecify.annotations.NullMarked;
