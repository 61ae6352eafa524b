package io.github.milvusspring.data.connection;

import java.time.Duration;

import io.github.milvusspring.data.wire.FakeMilvus;
import io.milvus.grpc.ConnectResponse;
import io.milvus.grpc.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a server's first answer leads to.
 */
@Timeout(30)
class HandshakeTests {

	private static ConnectResponse refusal(int code, boolean retriable) {
		return ConnectResponse.newBuilder()
			.setStatus(Status.newBuilder().setCode(code).setReason("the server's words").setRetriable(retriable))
			.build();
	}

	@Test
	void aDatabaseThatIsNotThereIsNamedAtOnce() {
		try (FakeMilvus server = new FakeMilvus()) {
			server.onConnect(() -> refusal(800, false));
			ConnectionSettings settings = server.settings().withDatabase("shop");
			assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
				.isThrownBy(() -> MilvusConnection.open(settings))
				.withMessageContainingAll("Database 'shop' does not exist", "milvus.database", "the server's words");
			assertThat(server.connects()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1400", "1401", "1800", "5", "65535", "1100" })
	void whatWaitingDoesNotHealIsReportedAtOnce(int code) {
		try (FakeMilvus server = new FakeMilvus()) {
			server.onConnect(() -> refusal(code, false));
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> MilvusConnection.open(server.settings()))
				.withMessageContainingAll("the server's words", "127.0.0.1:" + server.port())
				.matches((ex) -> code < 1400 || code > 1800 || ex instanceof PermissionDeniedDataAccessException);
			assertThat(server.connects()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, false", "2, false", "4321, true" })
	void aServerThatIsStartingIsWaitedFor(int code, boolean retriable) {
		try (FakeMilvus server = new FakeMilvus()) {
			ConnectResponse ready = ConnectResponse.getDefaultInstance();
			server.onConnect(() -> (server.connects() < 3) ? refusal(code, retriable) : ready);
			MilvusConnection.open(server.settings()).close();
			assertThat(server.connects()).isEqualTo(3);
		}
	}

	@Test
	void aServerThatIsNeverReadySaysWhy() {
		try (FakeMilvus server = new FakeMilvus()) {
			server.onConnect(() -> refusal(1, true));
			ConnectionSettings settings = server.settings().withTimeouts(Duration.ofMillis(700), null);
			assertThatExceptionOfType(MilvusUnreachableException.class)
				.isThrownBy(() -> MilvusConnection.open(settings))
				.withMessageContainingAll("is not ready", "the server's words", "milvus.connect-timeout");
		}
	}

	@ParameterizedTest
	@CsvSource({ "v2.6.4, v2.6.4", "'', v2.5.7", "2.3.5, 2.3.5" })
	void theVersionIsAskedForWhereTheFirstAnswerHasNone(String said, String known) {
		try (FakeMilvus server = new FakeMilvus().ofVersion(said);
				MilvusConnection connection = MilvusConnection.open(server.settings())) {
			assertThat(connection.serverVersion()).isEqualTo(known);
		}
	}

}
