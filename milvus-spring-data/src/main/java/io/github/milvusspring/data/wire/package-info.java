/**
 * Columns as protobuf bytes over gRPC: the only package that knows the protocol.
 */
@NullMarked
package io.github.milvusspring.data.wire;

import org.jspecify.annotations.NullMarked;
