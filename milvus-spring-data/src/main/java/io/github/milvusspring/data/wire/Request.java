package io.github.milvusspring.data.wire;

import java.io.IOException;

/**
 * A message that can say its size before it is written.
 */
sealed interface Request permits WriteRequest, DeleteRequest, QueryRequest, SearchRequest, HybridSearchRequest {

	int encodedSize();

	void writeTo(ProtoWriter out) throws IOException;

}
