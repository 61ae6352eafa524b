/**
 * The Milvus types of Java types, and the conversions between their values. This package
 * is internal, except {@code ValueConversion}.
 */
@NullMarked
package io.github.milvusspring.data.mapping.type;

import org.jspecify.annotations.NullMarked;
