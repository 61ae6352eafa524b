/**
 * What a collection is: fields, indexes, functions and their types, as plain values. This
 * package knows neither Spring Data nor the protocol.
 */
@NullMarked
package io.github.milvusspring.data.model;

import org.jspecify.annotations.NullMarked;
