/**
 * The configuration that finds repositories and registers them as beans.
 */
@NullMarked
package io.github.milvusspring.data.repository.config;

import org.jspecify.annotations.NullMarked;
