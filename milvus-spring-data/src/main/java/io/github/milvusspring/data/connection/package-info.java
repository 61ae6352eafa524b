/**
 * The connection to a server: its settings, the one place of all calls, and the
 * exceptions that applications catch.
 *
 * <p>
 * {@code MilvusCalls} and {@code CollectionChanges} are public for the other packages of
 * this module; applications need neither.
 */
@NullMarked
package io.github.milvusspring.data.connection;

import org.jspecify.annotations.NullMarked;
