package io.github.milvusspring.data.execution;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.DeleteRequest;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.Reply;
import io.github.milvusspring.data.wire.Request;
import io.github.milvusspring.data.wire.SearchReply;
import io.github.milvusspring.data.wire.SearchRequest;
import io.github.milvusspring.data.wire.WriteReply;
import io.github.milvusspring.data.wire.WriteRequest;

/**
 * A network that a test answers for.
 */
class FakeRowTransport implements RowTransport {

	@Override
	@SuppressWarnings("unchecked")
	public <R extends Reply> CompletableFuture<R> call(Request<R> request, Duration timeout) {
		if (request instanceof WriteRequest write) {
			return (CompletableFuture<R>) write(write, timeout);
		}
		if (request instanceof DeleteRequest delete) {
			return (CompletableFuture<R>) delete(delete, timeout);
		}
		if (request instanceof QueryRequest query) {
			return (CompletableFuture<R>) query(query, timeout);
		}
		if (request instanceof SearchRequest search) {
			return (CompletableFuture<R>) search(search, timeout);
		}
		throw new UnsupportedOperationException();
	}

	CompletableFuture<WriteReply> write(WriteRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	CompletableFuture<WriteReply> delete(DeleteRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	CompletableFuture<QueryReply> query(QueryRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	CompletableFuture<SearchReply> search(SearchRequest request, Duration timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public MilvusServer server() {
		return MilvusServer.NEWEST;
	}

}
