package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.mapping.MilvusServer;
import io.github.milvusspring.data.wire.DeleteRequest;
import io.github.milvusspring.data.wire.HybridSearchRequest;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.SearchReply;
import io.github.milvusspring.data.wire.SearchRequest;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;

/**
 * A network that a test answers for.
 */
class FakeRowCalls implements RowCalls {

	@Override
	public CompletableFuture<WriteReply> write(WriteRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletableFuture<WriteReply> delete(DeleteRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletableFuture<SearchReply> search(SearchRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletableFuture<SearchReply> hybridSearch(HybridSearchRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CompletableFuture<Void> flush(String collection, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public MilvusServer server() {
		return MilvusServer.NEWEST;
	}

}
