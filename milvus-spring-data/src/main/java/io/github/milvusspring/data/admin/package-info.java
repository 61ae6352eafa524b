/**
 * Administration of collections, partitions, aliases and databases: created, compared,
 * changed, indexed and loaded.
 *
 * <p>
 * {@code Polling} is public for the other packages of this module.
 */
@NullMarked
package io.github.milvusspring.data.admin;

import org.jspecify.annotations.NullMarked;
