/**
 * Starts and stops the official Milvus Lite server as a child process of the JVM.
 */
@org.jspecify.annotations.NullMarked
package io.github.milvusspring.lite;
