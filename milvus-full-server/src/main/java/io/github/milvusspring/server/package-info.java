/**
 * Starts a full Milvus server for the tests of this project.
 */
@NullMarked
package io.github.milvusspring.server;

import org.jspecify.annotations.NullMarked;
