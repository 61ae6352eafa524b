package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.google.protobuf.Message;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.milvus.grpc.AddCollectionFieldRequest;
import io.milvus.grpc.AddCollectionFunctionRequest;
import io.milvus.grpc.AlterCollectionFieldRequest;
import io.milvus.grpc.AlterCollectionFunctionRequest;
import io.milvus.grpc.AlterCollectionRequest;
import io.milvus.grpc.AlterIndexRequest;
import io.milvus.grpc.BoolResponse;
import io.milvus.grpc.ConnectRequest;
import io.milvus.grpc.ConnectResponse;
import io.milvus.grpc.CreateCollectionRequest;
import io.milvus.grpc.CreateIndexRequest;
import io.milvus.grpc.DeleteRequest;
import io.milvus.grpc.DescribeCollectionRequest;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.DescribeIndexRequest;
import io.milvus.grpc.DescribeIndexResponse;
import io.milvus.grpc.DropIndexRequest;
import io.milvus.grpc.GetVersionRequest;
import io.milvus.grpc.GetVersionResponse;
import io.milvus.grpc.HasCollectionRequest;
import io.milvus.grpc.HybridSearchRequest;
import io.milvus.grpc.IndexDescription;
import io.milvus.grpc.MilvusServiceGrpc;
import io.milvus.grpc.MutationResult;
import io.milvus.grpc.QueryRequest;
import io.milvus.grpc.QueryResults;
import io.milvus.grpc.SearchRequest;
import io.milvus.grpc.SearchResults;
import io.milvus.grpc.ServerInfo;
import io.milvus.grpc.Status;
import io.milvus.grpc.UpsertRequest;
import io.milvus.shaded.io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.milvus.shaded.io.grpc.Metadata;
import io.milvus.shaded.io.grpc.Server;
import io.milvus.shaded.io.grpc.ServerCall;
import io.milvus.shaded.io.grpc.ServerCallHandler;
import io.milvus.shaded.io.grpc.ServerInterceptor;
import io.milvus.shaded.io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.milvus.shaded.io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback address that answers as a test wants it to.
 */
public final class FakeMilvus extends MilvusServiceGrpc.MilvusServiceImplBase implements AutoCloseable {

	private final Server server;

	private final int port;

	private final List<Message> requests = new CopyOnWriteArrayList<>();

	private volatile List<IndexDescription> indexes = List.of();

	private volatile Consumer<StreamObserver<QueryResults>> onQuery = (observer) -> {
		observer.onNext(QueryResults.getDefaultInstance());
		observer.onCompleted();
	};

	private volatile Consumer<StreamObserver<DescribeCollectionResponse>> onDescribe = (observer) -> observer
		.onError(new IllegalStateException());

	private volatile Supplier<ConnectResponse> onConnect = () -> ConnectResponse.getDefaultInstance();

	private volatile Function<Message, @Nullable Status> refusals = (request) -> null;

	private final List<Message> messages = new CopyOnWriteArrayList<>();

	private static final Metadata.Key<String> TRACE = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

	private final List<String> traces = new CopyOnWriteArrayList<>();

	private final AtomicInteger calls = new AtomicInteger();

	private final AtomicInteger connects = new AtomicInteger();

	private final List<Message> reads = new CopyOnWriteArrayList<>();

	private final AtomicLong writeTimestamp = new AtomicLong();

	public FakeMilvus() {
		this(0);
	}

	/** A server on a port that another one has had. */
	public FakeMilvus(int port) {
		ofVersion("v2.6.0");
		try {
			this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
				.permitKeepAliveTime(5, TimeUnit.SECONDS)
				.addService(this)
				.intercept(counting())
				.build()
				.start();
			this.port = this.server.getPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public FakeMilvus onQuery(Consumer<StreamObserver<QueryResults>> answer) {
		this.onQuery = answer;
		return this;
	}

	public FakeMilvus onDescribe(Consumer<StreamObserver<DescribeCollectionResponse>> answer) {
		this.onDescribe = answer;
		return this;
	}

	/** Refuses what the function has a status for. */
	public FakeMilvus refusing(Function<Message, @Nullable Status> refusals) {
		this.refusals = refusals;
		return this;
	}

	public FakeMilvus onConnect(Supplier<ConnectResponse> answer) {
		this.onConnect = answer;
		return this;
	}

	public FakeMilvus ofVersion(String version) {
		return onConnect(() -> ConnectResponse.newBuilder()
			.setServerInfo(ServerInfo.newBuilder().setBuildTags(version))
			.build());
	}

	/** The messages of all calls, also of those that this server does not answer. */
	public List<Message> messages() {
		return this.messages;
	}

	/**
	 * The header {@code traceparent} of each call, {@code null} as a text without one.
	 */
	public List<String> traces() {
		return this.traces;
	}

	/** How many calls of any kind have arrived. */
	public int calls() {
		return this.calls.get();
	}

	public int connects() {
		return this.connects.get();
	}

	public FakeMilvus writesAt(long timestamp) {
		this.writeTimestamp.set(timestamp);
		return this;
	}

	public Message lastRead() {
		return this.reads.get(this.reads.size() - 1);
	}

	public int port() {
		return this.port;
	}

	public ConnectionSettings settings() {
		return ConnectionSettings.of("http://127.0.0.1:" + port()).withTimeouts(Duration.ofSeconds(5), null);
	}

	public void die() {
		this.server.shutdownNow();
	}

	private ServerInterceptor counting() {
		return new ServerInterceptor() {

			@Override
			public <Q, R> ServerCall.Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers,
					ServerCallHandler<Q, R> next) {
				FakeMilvus.this.calls.incrementAndGet();
				FakeMilvus.this.traces.add(String.valueOf(headers.get(TRACE)));
				return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {

					@Override
					public void onMessage(Q message) {
						FakeMilvus.this.messages.add((Message) message);
						super.onMessage(message);
					}

				};
			}

		};
	}

	@Override
	public void connect(ConnectRequest request, StreamObserver<ConnectResponse> observer) {
		this.connects.incrementAndGet();
		observer.onNext(this.onConnect.get());
		observer.onCompleted();
	}

	@Override
	public void getVersion(GetVersionRequest request, StreamObserver<GetVersionResponse> observer) {
		observer.onNext(GetVersionResponse.newBuilder().setVersion("v2.5.7").build());
		observer.onCompleted();
	}

	@Override
	public void query(QueryRequest request, StreamObserver<QueryResults> observer) {
		this.reads.add(request);
		this.onQuery.accept(observer);
	}

	@Override
	public void search(SearchRequest request, StreamObserver<SearchResults> observer) {
		this.reads.add(request);
		observer.onNext(SearchResults.getDefaultInstance());
		observer.onCompleted();
	}

	@Override
	public void hybridSearch(HybridSearchRequest request, StreamObserver<SearchResults> observer) {
		this.reads.add(request);
		observer.onNext(SearchResults.getDefaultInstance());
		observer.onCompleted();
	}

	@Override
	public void upsert(UpsertRequest request, StreamObserver<MutationResult> observer) {
		observer.onNext(MutationResult.newBuilder().setTimestamp(this.writeTimestamp.get()).build());
		observer.onCompleted();
	}

	@Override
	public void delete(DeleteRequest request, StreamObserver<MutationResult> observer) {
		observer.onNext(MutationResult.newBuilder().setTimestamp(this.writeTimestamp.get()).build());
		observer.onCompleted();
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
	public void createCollection(CreateCollectionRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void createIndex(CreateIndexRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void dropIndex(DropIndexRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void addCollectionField(AddCollectionFieldRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void alterCollection(AlterCollectionRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void alterCollectionField(AlterCollectionFieldRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void alterIndex(AlterIndexRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void addCollectionFunction(AddCollectionFunctionRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	@Override
	public void alterCollectionFunction(AlterCollectionFunctionRequest request, StreamObserver<Status> observer) {
		record(request, observer);
	}

	private void record(Message request, StreamObserver<Status> observer) {
		Status refusal = this.refusals.apply(request);
		if (refusal == null) {
			this.requests.add(request);
		}
		observer.onNext((refusal != null) ? refusal : Status.getDefaultInstance());
		observer.onCompleted();
	}

	@Override
	public void describeIndex(DescribeIndexRequest request, StreamObserver<DescribeIndexResponse> observer) {
		observer.onNext(DescribeIndexResponse.newBuilder().addAllIndexDescriptions(this.indexes).build());
		observer.onCompleted();
	}

	public List<Message> requests() {
		return this.requests;
	}

	public void indexes(List<IndexDescription> indexes) {
		this.indexes = List.copyOf(indexes);
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

}
