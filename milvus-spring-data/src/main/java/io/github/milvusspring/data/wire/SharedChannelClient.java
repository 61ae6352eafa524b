package io.github.milvusspring.data.wire;

import java.util.concurrent.TimeUnit;

import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.orm.iterator.QueryIterator;
import io.milvus.orm.iterator.RpcStubWrapper;
import io.milvus.orm.iterator.SearchIterator;
import io.milvus.orm.iterator.SearchIteratorV2;
import io.milvus.shaded.io.grpc.Channel;
import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.client.RetryConfig;
import io.milvus.v2.service.vector.VectorService;
import io.milvus.v2.service.vector.request.QueryIteratorReq;
import io.milvus.v2.service.vector.request.SearchIteratorReq;
import io.milvus.v2.service.vector.request.SearchIteratorReqV2;

/**
 * The SDK's client over a channel that it does not own.
 */
final class SharedChannelClient extends MilvusClientV2 {

	private final MilvusServiceGrpc.MilvusServiceBlockingStub stub;

	private final VectorService iterators = new VectorService();

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
