/**
 * How repository methods become template calls.
 */
@NullMarked
package io.github.milvusspring.data.repository.support;

import org.jspecify.annotations.NullMarked;
