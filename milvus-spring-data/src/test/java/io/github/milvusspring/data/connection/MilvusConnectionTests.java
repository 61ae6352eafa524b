package io.github.milvusspring.data.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.wire.FakeMilvus;
import io.github.milvusspring.data.wire.Operation;
import io.github.milvusspring.data.wire.QueryReply;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.milvus.grpc.DescribeCollectionResponse;
import io.milvus.grpc.ErrorCode;
import io.milvus.grpc.FieldData;
import io.milvus.grpc.LongArray;
import io.milvus.grpc.QueryResults;
import io.milvus.grpc.ScalarField;
import io.milvus.grpc.Status;
import io.milvus.shaded.io.grpc.stub.StreamObserver;
import io.milvus.v2.service.collection.request.DescribeCollectionReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How a connection fails.
 */
@Timeout(30)
class MilvusConnectionTests {

	private static final QueryRequest QUERY = new QueryRequest(
			new ReadScope("books", List.of(), List.of("id"), ConsistencyLevel.STRONG, 0), "id > 1", Map.of());

	@Test
	void aPortWhereNobodyListensIsUnreachable() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		ConnectionSettings settings = ConnectionSettings.of("http://root:geheim@127.0.0.1:" + port)
			.withTimeouts(Duration.ofMillis(500), null);
		assertThatExceptionOfType(MilvusUnreachableException.class).isThrownBy(() -> MilvusConnection.open(settings))
			.withMessageContainingAll("http://127.0.0.1:" + port, "refused", "milvus.uri")
			.withMessageNotContaining("geheim");
	}

	@Test
	void credentialsThatTravelUnencryptedAreWarnedOfOnce() {
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		Logger logger = (Logger) LoggerFactory.getLogger(MilvusConnection.class);
		log.start();
		logger.addAppender(log);
		try {
			ConnectionSettings settings = ConnectionSettings.of("http://root:geheim@192.0.2.1:19530")
				.withTimeouts(Duration.ofMillis(300), null);
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> MilvusConnection.open(settings));
			assertThat(log.list).singleElement().satisfies((event) -> {
				assertThat(event.getLevel()).isEqualTo(Level.WARN);
				assertThat(event.getFormattedMessage()).contains("http://192.0.2.1:19530", "unencrypted", "https://")
					.doesNotContain("geheim", "root");
			});
		}
		finally {
			logger.detachAppender(log);
		}
	}

	@Test
	void aServerThatSaysNothingIsUnreachable() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			ConnectionSettings settings = ConnectionSettings.of("http://127.0.0.1:" + silent.getLocalPort())
				.withTimeouts(Duration.ofMillis(500), null);
			assertThatExceptionOfType(MilvusUnreachableException.class)
				.isThrownBy(() -> MilvusConnection.open(settings))
				.withMessageContaining("127.0.0.1:" + silent.getLocalPort());
		}
	}

	@Test
	void aServerOfAnotherKindIsUnreachable() throws IOException {
		try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			CompletableFuture.runAsync(() -> answerAsAWebServer(web));
			ConnectionSettings settings = ConnectionSettings.of("http://127.0.0.1:" + web.getLocalPort())
				.withTimeouts(Duration.ofMillis(500), null);
			assertThatExceptionOfType(MilvusUnreachableException.class)
				.isThrownBy(() -> MilvusConnection.open(settings))
				.withMessageContainingAll("127.0.0.1:" + web.getLocalPort(), "http or https");
		}
	}

	private static void answerAsAWebServer(ServerSocket web) {
		while (!web.isClosed()) {
			try (Socket socket = web.accept(); OutputStream out = socket.getOutputStream()) {
				out.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			}
			catch (IOException ex) {
				// The test ended.
			}
		}
	}

	@Test
	void aServerWithoutTlsIsUnreachableOverHttps() {
		try (FakeMilvus server = new FakeMilvus()) {
			ConnectionSettings settings = ConnectionSettings.of("https://127.0.0.1:" + server.port())
				.withTimeouts(Duration.ofMillis(500), null);
			assertThatExceptionOfType(MilvusUnreachableException.class)
				.isThrownBy(() -> MilvusConnection.open(settings))
				.withMessageContainingAll("https://127.0.0.1", "http or https");
		}
	}

	@Test
	void aServerThatDiesInACallIsUnreachable() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onQuery((observer) -> CompletableFuture.runAsync(server::die));
			assertThatExceptionOfType(MilvusUnreachableException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, Duration.ofSeconds(10)))
				.withMessageContaining("127.0.0.1:" + server.port());
		}
	}

	@Test
	void aCallThatEndsWithoutAReplyFails() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onQuery(StreamObserver::onCompleted);
			assertThat(connection.calls().callAsync(QUERY, null)).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withCauseInstanceOf(DataAccessException.class);
			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> connection.calls().call(QUERY, null));
		}
	}

	@Test
	void aServerThatHasGoneIsUnreachableEvenWithoutATimeout() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.die();
			assertThatExceptionOfType(MilvusUnreachableException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, null));
		}
	}

	@Test
	void aCallThatIsNotAnsweredTimesOut() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onQuery((observer) -> {
			});
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, Duration.ofMillis(200)))
				.withMessageContainingAll("Query on collection 'books'", "time-out");
		}
	}

	@Test
	void theConnectionsTimeoutIsForCallsThatNameNone() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection
					.open(server.settings().withTimeouts(Duration.ofSeconds(5), Duration.ofMillis(200)))) {
			server.onQuery((observer) -> {
			});
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, null));
		}
	}

	@Test
	void aDeadlineIsThatOfItsCallAlone() throws Exception {
		CountDownLatch asked = new CountDownLatch(2);
		CountDownLatch timedOut = new CountDownLatch(1);
		// The common pool has one thread on a machine of two cores.
		ExecutorService threads = Executors.newCachedThreadPool();
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onQuery((observer) -> CompletableFuture.runAsync(() -> {
				asked.countDown();
				await(timedOut);
				observer.onNext(QueryResults.getDefaultInstance());
				observer.onCompleted();
			}, threads));
			CompletableFuture<QueryReply> patient = CompletableFuture
				.supplyAsync(() -> connection.calls().call(QUERY, null), threads);
			CompletableFuture<QueryReply> hurried = CompletableFuture
				.supplyAsync(() -> connection.calls().call(QUERY, Duration.ofMillis(300)), threads);
			assertThat(hurried).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withCauseInstanceOf(QueryTimeoutException.class);
			timedOut.countDown();
			assertThat(patient).succeedsWithin(Duration.ofSeconds(10));
			assertThat(connection.calls().call(QUERY, null).rows().rows()).isZero();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void aRefusalHasTheServersWords() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onQuery((observer) -> {
				observer.onNext(QueryResults.newBuilder()
					.setStatus(Status.newBuilder().setCode(100).setReason("collection not found[books]"))
					.build());
				observer.onCompleted();
			});
			assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, null))
				.withMessageContaining("collection not found[books]");
		}
	}

	@Test
	void aReplyThatCannotBeReadIsNamed() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onQuery((observer) -> {
				observer.onNext(QueryResults.newBuilder()
					.addFieldsData(FieldData.newBuilder()
						.setFieldName("id")
						.setTypeValue(5)
						.addAllValidData(List.of(true, true, false))
						.setScalars(ScalarField.newBuilder().setLongData(LongArray.newBuilder().addData(1))))
					.build());
				observer.onCompleted();
			});
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, null))
				.withMessageContainingAll("Query on collection 'books'", "'id'");
		}
	}

	@Test
	@SuppressWarnings("deprecation")
	void theReasonOfALegacyCodeThatTheSdkDoesNotKnowIsKept() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onDescribe((observer) -> {
				observer.onNext(DescribeCollectionResponse.newBuilder()
					.setStatus(Status.newBuilder().setErrorCodeValue(101).setReason("database 'x' is not there"))
					.build());
				observer.onCompleted();
			});
			DescribeCollectionReq request = DescribeCollectionReq.builder().collectionName("books").build();
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> connection.client().describeCollection(request))
				.withMessageContaining("database 'x' is not there")
				.satisfies((ex) -> assertThat(connection.exceptionTranslator()
					.translate(Operation.reading("DescribeCollection", "books"), ex))
					.isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class)
					.hasMessageContainingAll("database 'x' is not there", "101"));
		}
	}

	@Test
	@SuppressWarnings("deprecation")
	void aLegacyCodeThatTheSdkKnowsIsLeftAlone() {
		try (FakeMilvus server = new FakeMilvus();
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			server.onDescribe((observer) -> {
				observer.onNext(DescribeCollectionResponse.newBuilder()
					.setStatus(Status.newBuilder().setErrorCode(ErrorCode.CollectionNotExists).setReason("no books"))
					.build());
				observer.onCompleted();
			});
			DescribeCollectionReq request = DescribeCollectionReq.builder().collectionName("books").build();
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> connection.client().describeCollection(request))
				.satisfies((ex) -> assertThat(connection.exceptionTranslator()
					.translate(Operation.reading("DescribeCollection", "books"), ex))
					.isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class)
					.hasMessageContaining("no books"));
		}
	}

}
