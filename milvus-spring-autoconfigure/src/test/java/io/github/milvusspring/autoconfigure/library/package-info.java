/**
 * A small application to configure.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.library;

import org.jspecify.annotations.NullMarked;
