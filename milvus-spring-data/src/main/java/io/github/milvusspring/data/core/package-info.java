/**
 * The operations that applications call: {@code MilvusTemplate} and its interfaces, for
 * entities and for rows as maps, blocking and asynchronous.
 */
@NullMarked
package io.github.milvusspring.data.core;

import org.jspecify.annotations.NullMarked;
