/**
 * Annotations, and which Java type is which Milvus type.
 */
@NullMarked
package io.github.milvusspring.data.mapping;

import org.jspecify.annotations.NullMarked;
