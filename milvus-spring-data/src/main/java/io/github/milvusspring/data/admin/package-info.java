/**
 * Administration of collections, partitions, aliases and databases. Collections are
 * created, compared with their declaration, changed, indexed and loaded.
 */
@NullMarked
package io.github.milvusspring.data.admin;

import org.jspecify.annotations.NullMarked;
