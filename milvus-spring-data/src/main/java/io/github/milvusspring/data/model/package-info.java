/**
 * What a collection is: fields, indexes, functions and their types, as plain values. This
 * package knows neither Spring Data nor the protocol.
 *
 * <p>
 * {@code Durations}, {@code FilterFields}, {@code JsonPosition}, {@code TextOrder} and
 * {@code UnknownField} are public for the other packages of this module; applications
 * need none of them.
 */
@NullMarked
package io.github.milvusspring.data.model;

import org.jspecify.annotations.NullMarked;
