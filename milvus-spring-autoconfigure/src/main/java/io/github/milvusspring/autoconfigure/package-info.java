/**
 * Connects an application to Milvus, or to a Milvus Lite of its own.
 */
@NullMarked
package io.github.milvusspring.autoconfigure;

import org.jspecify.annotations.NullMarked;
