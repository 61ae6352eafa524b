/**
 * The connection to a Milvus server: its settings, the class through which all calls go,
 * and the exceptions that applications catch.
 */
@NullMarked
package io.github.milvusspring.data.connection;

import org.jspecify.annotations.NullMarked;
