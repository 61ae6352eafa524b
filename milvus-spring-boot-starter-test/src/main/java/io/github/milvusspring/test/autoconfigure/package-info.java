/**
 * Supports tests of an application on a temporary Milvus Lite.
 */
@NullMarked
package io.github.milvusspring.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
