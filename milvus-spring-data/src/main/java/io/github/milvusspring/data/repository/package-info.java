/**
 * Repositories of Milvus entities.
 */
@NullMarked
package io.github.milvusspring.data.repository;

import org.jspecify.annotations.NullMarked;
