/**
 * Executes the operations on one collection: encodes requests, sends them and decodes
 * replies. Internal: applications need none of these types.
 */
@NullMarked
package io.github.milvusspring.data.execution;

import org.jspecify.annotations.NullMarked;
