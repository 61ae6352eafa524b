/**
 * Tests an application on a throw-away Milvus Lite.
 */
@NullMarked
package io.github.milvusspring.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
