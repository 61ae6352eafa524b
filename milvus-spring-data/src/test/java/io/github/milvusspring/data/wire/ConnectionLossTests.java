package io.github.milvusspring.data.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.FreezingProxy;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.connection.MilvusUnreachableException;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.milvus.grpc.QueryResults;
import io.milvus.v2.service.collection.request.HasCollectionReq;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * A server that goes away without a word, or comes back.
 */
@Timeout(60)
class ConnectionLossTests {

	private static final QueryRequest QUERY = new QueryRequest(
			new ReadScope("books", List.of(), List.of("id"), ConsistencyLevel.STRONG, 0), "id > 1", Map.of());

	private final FakeMilvus server = new FakeMilvus();

	private final FreezingProxy proxy = new FreezingProxy(this.server.port());

	@AfterEach
	void closeAll() throws IOException {
		this.proxy.close();
		this.server.close();
	}

	private MilvusConnection open(Duration connectTimeout, Duration timeout) {
		return MilvusConnection.open(this.proxy.settings().withTimeouts(connectTimeout, timeout));
	}

	private static boolean succeeds(MilvusConnection connection) {
		try {
			connection.calls().call(QUERY, null);
			return true;
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

	private static Duration unreachable(ThrowingCallable call) {
		long start = System.nanoTime();
		assertThatExceptionOfType(MilvusUnreachableException.class).isThrownBy(call)
			.withMessageContaining("http://127.0.0.1:");
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@Test
	void aCallWithoutTimeoutFailsSoonWhenItsServerIsGoneWithoutAWord() {
		try (MilvusConnection connection = open(Duration.ofSeconds(2), null)) {
			this.proxy.freeze();
			assertThat(unreachable(() -> connection.calls().call(QUERY, null))).isLessThan(Duration.ofSeconds(20));
			assertThat(unreachable(() -> connection.calls().call(QUERY, null))).isLessThan(Duration.ofSeconds(4));
			this.proxy.heal();
			await().atMost(Duration.ofSeconds(3)).until(() -> succeeds(connection));
		}
	}

	@Test
	void aCallThatTimesOutUnheardIsFollowedByANewConnection() {
		try (MilvusConnection connection = open(Duration.ofSeconds(5), Duration.ofMillis(500))) {
			this.proxy.freeze();
			this.proxy.heal();
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> connection.calls().call(QUERY, null));
			assertThat(connection.calls().call(QUERY, null).rows().rows()).isZero();
			assertThat(this.proxy.accepted()).isEqualTo(2);
		}
	}

	@Test
	void aCallUnderWayIsNotHurtByOthersThatTimeOut() throws Exception {
		CompletableFuture<Runnable> answer = new CompletableFuture<>();
		try (MilvusConnection connection = open(Duration.ofSeconds(5), null)) {
			this.server.onQuery((observer) -> answer.complete(() -> {
				observer.onNext(QueryResults.getDefaultInstance());
				observer.onCompleted();
			}));
			CompletableFuture<QueryReply> slow = connection.calls().callAsync(QUERY, null);
			Runnable later = answer.get(10, TimeUnit.SECONDS);
			for (int i = 0; i < 3; i++) {
				assertThatExceptionOfType(QueryTimeoutException.class)
					.isThrownBy(() -> connection.calls().call(QUERY, Duration.ofMillis(700)));
			}
			assertThat(this.proxy.accepted()).isGreaterThan(1);
			later.run();
			assertThat(slow).succeedsWithin(Duration.ofSeconds(10));
		}
	}

	@Test
	void aConnectionThatIsHeardFromIsKeptWhenACallTimesOut() {
		try (MilvusConnection connection = open(Duration.ofSeconds(5), null)) {
			this.server.onQuery((observer) -> {
			});
			CompletableFuture<QueryReply> slow = connection.calls().callAsync(QUERY, Duration.ofMillis(600));
			assertThat(connection.client().hasCollection(HasCollectionReq.builder().collectionName("books").build()))
				.isTrue();
			assertThat(slow).failsWithin(Duration.ofSeconds(10))
				.withThrowableThat()
				.withCauseInstanceOf(QueryTimeoutException.class);
			connection.client().hasCollection(HasCollectionReq.builder().collectionName("books").build());
			assertThat(this.proxy.accepted()).isEqualTo(1);
		}
	}

	@Test
	void aNewConnectionToASilentServerIsWaitedForNoLongerThanTheConnectTimeout() {
		try (MilvusConnection connection = open(Duration.ofSeconds(1), null)) {
			this.proxy.freeze();
			this.proxy.cut();
			await().ignoreExceptions().until(() -> unreachable(() -> connection.calls().call(QUERY, null)) != null);
			assertThat(unreachable(() -> connection.calls().call(QUERY, null))).isBetween(Duration.ofMillis(500),
					Duration.ofSeconds(3));
			assertThat(connection.calls().callAsync(QUERY, null)).failsWithin(Duration.ofSeconds(3))
				.withThrowableThat()
				.withCauseInstanceOf(MilvusUnreachableException.class)
				.withMessageContaining("milvus.connect-timeout");
			assertThat(unreachable(() -> {
				try {
					connection.client().hasCollection(HasCollectionReq.builder().collectionName("books").build());
				}
				catch (RuntimeException ex) {
					throw connection.exceptionTranslator().translate(Operation.reading("HasCollection", "books"), ex);
				}
			})).isLessThan(Duration.ofSeconds(3));
			this.proxy.heal();
			await().atMost(Duration.ofMillis(2_500)).until(() -> succeeds(connection));
		}
	}

	@Test
	void aSilentServerIsGivenUpEvenWhenEveryCallEndsBeforeTheConnectTimeout() {
		try (MilvusConnection connection = open(Duration.ofSeconds(1), Duration.ofMillis(200))) {
			this.proxy.freeze();
			this.proxy.cut();
			await().pollDelay(Duration.ofMillis(1_500)).until(() -> !succeeds(connection));
			this.proxy.heal();
			await().atMost(Duration.ofMillis(2_500)).until(() -> succeeds(connection));
		}
	}

	@Test
	void milvusLiteIsConnectedToAnewWithRarePingsUnlessTheyAreSaid() {
		this.server.ofVersion("milvus_lite-3.2.2");
		ConnectionSettings settings = this.proxy.settings();
		try (MilvusConnection connection = MilvusConnection.open(settings)) {
			assertThat(connection.isLite()).isTrue();
			assertThat(succeeds(connection)).isTrue();
			assertThat(this.proxy.accepted()).isEqualTo(2);
		}
		ConnectionSettings said = settings.withKeepAlive(Duration.ofSeconds(60), Duration.ofSeconds(5));
		try (MilvusConnection connection = MilvusConnection.open(said)) {
			assertThat(succeeds(connection)).isTrue();
			assertThat(this.proxy.accepted()).isEqualTo(3);
		}
	}

	@Test
	void aServerThatComesBackIsFoundWithinASecondOrSo() {
		int port = this.server.port();
		try (MilvusConnection connection = MilvusConnection
			.open(this.server.settings().withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(2)))) {
			this.server.die();
			long outage = System.nanoTime() + TimeUnit.SECONDS.toNanos(6);
			await().pollInterval(Duration.ofMillis(20))
				.until(() -> !succeeds(connection) && System.nanoTime() > outage);
			try (FakeMilvus again = new FakeMilvus(port)) {
				await().pollInterval(Duration.ofMillis(20))
					.atMost(Duration.ofMillis(1_500))
					.until(() -> succeeds(connection));
				assertThat(again.port()).isEqualTo(port);
			}
		}
	}

	@Test
	void theFirstCallAfterAnOutageThatNobodyNoticedSucceeds() {
		int port = this.server.port();
		try (MilvusConnection connection = MilvusConnection.open(this.server.settings())) {
			this.server.die();
			await().until(() -> !succeeds(connection));
			try (FakeMilvus again = new FakeMilvus(port)) {
				await().pollDelay(Duration.ofMillis(1_100)).until(() -> again.port() == port);
				assertThat(succeeds(connection)).isTrue();
			}
		}
	}

}
