/**
 * Requests and replies, and their encoding as protobuf. Internal: applications need none
 * of these types.
 */
@NullMarked
package io.github.milvusspring.data.wire;

import org.jspecify.annotations.NullMarked;
