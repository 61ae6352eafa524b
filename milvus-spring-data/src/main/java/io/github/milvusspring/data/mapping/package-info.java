/**
 * The annotations of entity classes, and the mapping of entity classes and Java types to
 * Milvus collections and types.
 */
@NullMarked
package io.github.milvusspring.data.mapping;

import org.jspecify.annotations.NullMarked;
