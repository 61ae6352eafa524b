/**
 * Finds a Spring property by meaning.
 */
@NullMarked
package io.github.milvusspring.sample;

import org.jspecify.annotations.NullMarked;
