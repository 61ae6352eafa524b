/**
 * Connects to a Milvus of Docker Compose.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.compose;

import org.jspecify.annotations.NullMarked;
