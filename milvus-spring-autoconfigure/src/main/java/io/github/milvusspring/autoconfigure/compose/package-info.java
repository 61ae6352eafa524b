/**
 * Connects an application to a Milvus server that Docker Compose runs.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.compose;

import org.jspecify.annotations.NullMarked;
