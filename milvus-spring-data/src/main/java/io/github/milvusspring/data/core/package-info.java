/**
 * The template: the order of the steps of each operation.
 */
@NullMarked
package io.github.milvusspring.data.core;

import org.jspecify.annotations.NullMarked;
