/**
 * Filters, queries and searches as immutable values, and how a filter is written as text.
 */
@NullMarked
package io.github.milvusspring.data.query;

import org.jspecify.annotations.NullMarked;
