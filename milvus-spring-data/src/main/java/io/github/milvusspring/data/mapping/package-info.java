/**
 * The annotations of entities, and the mapping of Java types to Milvus types.
 */
@NullMarked
package io.github.milvusspring.data.mapping;

import org.jspecify.annotations.NullMarked;
