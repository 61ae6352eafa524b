/**
 * Reads which configuration properties the jars of Spring libraries declare.
 */
@NullMarked
package io.github.milvusspring.sample.metadata;

import org.jspecify.annotations.NullMarked;
