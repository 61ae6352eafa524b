/**
 * Rebuilds the collection behind an alias, for schema changes that Milvus cannot make in
 * place.
 */
@NullMarked
package io.github.milvusspring.data.rebuild;

import org.jspecify.annotations.NullMarked;
