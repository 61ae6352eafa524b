/**
 * Collections: defined from an entity, created, compared, indexed and loaded.
 */
@NullMarked
package io.github.milvusspring.data.schema;

import org.jspecify.annotations.NullMarked;
