package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

import io.milvus.grpc.BoolResponse;
import io.milvus.grpc.ConnectRequest;
import io.milvus.grpc.ConnectResponse;
import io.milvus.grpc.DescribeCollectionRequest;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.HasCollectionRequest;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.QueryRequest;
import io.milvus.grpc.QueryResults;
import io.milvus.grpc.ServerInfo;
import io.milvus.shaded.io.grpc.Server;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.milvus.shaded.io.grpc.stub.StreamObserver;

/**
 * A server on the loopback address that answers as a test wants it to.
 */
final class FakeMilvus extends MilvusServiceGrpc.MilvusServiceImplBase implements AutoCloseable {

	private final Server server;

	private final int port;

	private volatile Consumer<StreamObserver<QueryResults>> onQuery = (observer) -> {
		observer.onNext(QueryResults.getDefaultInstance());
		observer.onCompleted();
	};

	private volatile Consumer<StreamObserver<DescribeCollectionResponse>> onDescribe = (observer) -> observer
		.onError(new IllegalStateException());

	FakeMilvus() {
		try {
			this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
				.addService(this)
				.build()
				.start();
			this.port = this.server.getPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	FakeMilvus onQuery(Consumer<StreamObserver<QueryResults>> answer) {
		this.onQuery = answer;
		return this;
	}

	FakeMilvus onDescribe(Consumer<StreamObserver<DescribeCollectionResponse>> answer) {
		this.onDescribe = answer;
		return this;
	}

	int port() {
		return this.port;
	}

	ConnectionSettings settings() {
		return ConnectionSettings.of("http://127.0.0.1:" + port()).withTimeouts(Duration.ofSeconds(5), null);
	}

	void die() {
		this.server.shutdownNow();
	}

	@Override
	public void connect(ConnectRequest request, StreamObserver<ConnectResponse> observer) {
		observer
			.onNext(ConnectResponse.newBuilder().setServerInfo(ServerInfo.newBuilder().setBuildTags("v2.6.0")).build());
		observer.onCompleted();
	}

	@Override
	public void query(QueryRequest request, StreamObserver<QueryResults> observer) {
		this.onQuery.accept(observer);
	}

	@Override
	public void hasCollection(HasCollectionRequest request, StreamObserver<BoolResponse> observer) {
		observer.onNext(BoolResponse.newBuilder().setValue(true).build());
		observer.onCompleted();
	}

	@Override
	public void describeCollection(DescribeCollectionRequest request,
			StreamObserver<DescribeCollectionResponse> observer) {
		this.onDescribe.accept(observer);
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

}
