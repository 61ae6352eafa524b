/**
 * How repositories are found and registered.
 */
@NullMarked
package io.github.milvusspring.data.repository.config;

import org.jspecify.annotations.NullMarked;
