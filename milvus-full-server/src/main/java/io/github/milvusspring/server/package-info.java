/**
 * The complete Milvus server, for this project's own tests.
 */
@NullMarked
package io.github.milvusspring.server;

import org.jspecify.annotations.NullMarked;
