/**
 * Keeps the index in Milvus up to date and searches it.
 */
@NullMarked
package io.github.milvusspring.sample.index;

import org.jspecify.annotations.NullMarked;
