/**
 * Computes vectors from texts with an embedder of the application.
 */
@NullMarked
package io.github.milvusspring.data.embedding;

import org.jspecify.annotations.NullMarked;
