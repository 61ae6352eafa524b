/**
 * Connects to a Milvus of Testcontainers.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
