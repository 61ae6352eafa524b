/**
 * Gives an application entities, a template and repositories.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.data;

import org.jspecify.annotations.NullMarked;
