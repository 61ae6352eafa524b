/**
 * How a property's value becomes a column's value, and back.
 */
@NullMarked
package io.github.milvusspring.data.convert;

import org.jspecify.annotations.NullMarked;
