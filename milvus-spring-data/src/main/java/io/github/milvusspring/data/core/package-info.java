/**
 * The operations of applications: {@code MilvusTemplate}, for entities and for rows as
 * maps, blocking and asynchronous.
 */
@NullMarked
package io.github.milvusspring.data.core;

import org.jspecify.annotations.NullMarked;
