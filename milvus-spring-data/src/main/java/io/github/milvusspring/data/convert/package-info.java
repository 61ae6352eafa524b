/**
 * Converts entities and maps to columns, and columns to results. Internal except
 * {@code MilvusConverter}.
 */
@NullMarked
package io.github.milvusspring.data.convert;

import org.jspecify.annotations.NullMarked;
