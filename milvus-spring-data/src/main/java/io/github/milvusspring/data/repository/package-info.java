/**
 * Spring Data repositories of entities stored in Milvus, and the annotations of their
 * methods.
 */
@NullMarked
package io.github.milvusspring.data.repository;

import org.jspecify.annotations.NullMarked;
