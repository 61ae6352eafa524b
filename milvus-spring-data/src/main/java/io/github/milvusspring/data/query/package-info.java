/**
 * Filters, queries and searches as immutable values, and the classes that write a filter
 * as text.
 */
@NullMarked
package io.github.milvusspring.data.query;

import org.jspecify.annotations.NullMarked;
