/**
 * Rows stored as columns, and their encoding as protobuf. Internal: applications need
 * none of these types.
 */
@NullMarked
package io.github.milvusspring.data.wire.column;

import org.jspecify.annotations.NullMarked;
