/**
 * Health of the connection to Milvus.
 */
@NullMarked
package io.github.milvusspring.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
