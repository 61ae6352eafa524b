/**
 * The schema of collections as plain values: fields, indexes, functions and their types.
 * This package depends neither on the mapping of Spring Data nor on the Milvus protocol.
 */
@NullMarked
package io.github.milvusspring.data.model;

import org.jspecify.annotations.NullMarked;
