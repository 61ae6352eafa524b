/**
 * A small application to test.
 */
@NullMarked
package io.github.milvusspring.test.autoconfigure.library;

import org.jspecify.annotations.NullMarked;
