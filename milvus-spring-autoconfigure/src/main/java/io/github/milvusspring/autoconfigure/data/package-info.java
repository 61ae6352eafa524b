/**
 * Auto-configures the mapping of entities, the template and the repositories.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.data;

import org.jspecify.annotations.NullMarked;
