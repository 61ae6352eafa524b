/**
 * Administration of collections, partitions, aliases and databases: created, compared,
 * changed, indexed and loaded.
 */
@NullMarked
package io.github.milvusspring.data.admin;

import org.jspecify.annotations.NullMarked;
