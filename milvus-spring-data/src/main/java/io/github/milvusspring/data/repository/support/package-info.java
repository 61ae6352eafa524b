/**
 * The implementation of repositories: it turns each repository method into a call of the
 * template.
 */
@NullMarked
package io.github.milvusspring.data.repository.support;

import org.jspecify.annotations.NullMarked;
