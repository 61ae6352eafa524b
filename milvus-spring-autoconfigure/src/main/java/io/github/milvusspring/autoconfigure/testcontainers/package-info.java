/**
 * Connects an application to a Milvus server that Testcontainers runs.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.testcontainers;

import org.jspecify.annotations.NullMarked;
