/**
 * Auto-configures the connection of an application to a Milvus server, or to a Milvus
 * Lite that it starts.
 */
@NullMarked
package io.github.milvusspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
