/**
 * Vectors from texts, by an embedder of the application.
 */
@NullMarked
package io.github.milvusspring.data.embedding;

import org.jspecify.annotations.NullMarked;
