/**
 * The connection to a server: settings, the one place of all calls, and the exceptions
 * that users catch.
 */
@NullMarked
package io.github.milvusspring.data.connection;

import org.jspecify.annotations.NullMarked;
