package io.github.milvusspring.data.connection;

import java.util.concurrent.TimeUnit;

import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.orm.iterator.QueryIterator;
import io.milvus.orm.iterator.RpcStubWrapper;
import io.milvus.orm.iterator.SearchIterator;
import io.milvus.orm.iterator.SearchIteratorV2;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.client.RetryConfig;
import io.milvus.v2.service.utility.UtilityService;
import io.milvus.v2.service.utility.request.FlushAllReq;
import io.milvus.v2.service.utility.request.FlushReq;
import io.milvus.v2.service.utility.response.FlushAllResp;
import io.milvus.v2.service.vector.VectorService;
import io.milvus.v2.service.vector.request.QueryIteratorReq;
import io.milvus.v2.service.vector.request.SearchIteratorReq;
import io.milvus.v2.service.vector.request.SearchIteratorReqV2;

/**
 * A client of the Milvus SDK that uses the channel of a connection, and does not own that
 * channel.
 */
final class SharedChannelClient extends MilvusClientV2 {

	private final MilvusServiceGrpc.MilvusServiceBlockingStub stub;

	private final VectorService iterators = new VectorService();

	private final UtilityService utility = new UtilityService();

	private final String database;

	SharedChannelClient(Channel channel, String database) {
		super(null);
		this.stub = MilvusServiceGrpc.newBlockingStub(channel);
		this.database = database;
		setBlockingStub(this.stub);
		retryConfig(RetryConfig.builder().maxRetryTimes(1).build());
	}

	@Override
	public MilvusClientV2 withTimeout(long timeout, TimeUnit unit) {
		throw new UnsupportedOperationException(
				"withTimeout would change this client for every thread: set milvus.timeout, or use a client of your own");
	}

	@Override
	public void useDatabase(String name) {
		throw new UnsupportedOperationException(
				"useDatabase would change this client for every thread: name the database in the request, or set milvus.database");
	}

	@Override
	public String currentUsedDatabase() {
		return this.database;
	}

	@Override
	public QueryIterator queryIterator(QueryIteratorReq request) {
		return this.iterators.queryIterator(new RpcStubWrapper(this.stub, 0), request);
	}

	@Override
	public SearchIterator searchIterator(SearchIteratorReq request) {
		return this.iterators.searchIterator(new RpcStubWrapper(this.stub, 0), request);
	}

	@Override
	public SearchIteratorV2 searchIteratorV2(SearchIteratorReqV2 request) {
		return this.iterators.searchIteratorV2(new RpcStubWrapper(this.stub, 0), request);
	}

	// Replaces the method of the SDK, which would wait over a separate channel.
	@Override
	public void flush(FlushReq request) {
		MilvusServiceGrpc.MilvusServiceBlockingStub limited = limited(request.getWaitFlushedTimeoutMs());
		this.utility.waitFlush(limited, this.utility.flush(limited, request));
	}

	@Override
	public FlushAllResp flushAll(FlushAllReq request) {
		MilvusServiceGrpc.MilvusServiceBlockingStub limited = limited(request.getWaitFlushedTimeoutMs());
		FlushAllResp response = this.utility.flushAll(limited, request);
		this.utility.waitFlushAll(limited, response, request);
		return response;
	}

	private MilvusServiceGrpc.MilvusServiceBlockingStub limited(Long milliseconds) {
		return (milliseconds > 0) ? this.stub.withDeadlineAfter(milliseconds, TimeUnit.MILLISECONDS) : this.stub;
	}

	@Override
	public boolean clientIsReady() {
		return true;
	}

	// The connection owns the channel and closes it.
	@Override
	public void close() {
	}

	@Override
	public void close(long maxWaitSeconds) {
	}

}
