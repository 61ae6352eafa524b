/**
 * Turns texts into vectors with a model that runs in this JVM.
 */
@NullMarked
package io.github.milvusspring.sample.embedding;

import org.jspecify.annotations.NullMarked;
