package io.github.milvusspring.data.connection;

import java.time.Duration;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectionSettingsTests {

	@ParameterizedTest
	@CsvSource({ "http://localhost:19530, localhost, 19530, false", "localhost:19531, localhost, 19531, false",
			"localhost, localhost, 19530, false", "milvus, milvus, 19530, false",
			"https://in01-abc.vectordb.zillizcloud.com, in01-abc.vectordb.zillizcloud.com, 443, true",
			"https://host:19535, host, 19535, true", "tcp://host:19530, host, 19530, false",
			"grpc://host, host, 19530, false", "http://127.0.0.1:1, 127.0.0.1, 1, false",
			"http://[::1]:19530, [::1], 19530, false", "http://host:65535/, host, 65535, false",
			"HTTP://host, host, 19530, false", "HTTPS://host, host, 443, true", "https://host/, host, 443, true" })
	void addressesAreRead(String address, String host, int port, boolean secure) {
		ConnectionSettings settings = ConnectionSettings.of(address);
		assertThat(settings.host()).isEqualTo(host);
		assertThat(settings.port()).isEqualTo(port);
		assertThat(settings.secure()).isEqualTo(secure);
		assertThat(settings.database()).isNull();
		assertThat(settings.credentials()).isNull();
	}

	@Test
	void credentialsAndDatabaseMayBeInTheAddress() {
		ConnectionSettings settings = ConnectionSettings.of("https://root:p%40ss%2Fw@host/sales");
		assertThat(settings.credentials()).isEqualTo("root:p@ss/w");
		assertThat(settings.database()).isEqualTo("sales");
		assertThat(settings.address()).isEqualTo("https://host:443");
	}

	@Test
	void aPlusInAPasswordStaysAPlus() {
		assertThat(ConnectionSettings.of("http://root:a+b@host").credentials()).isEqualTo("root:a+b");
	}

	@Test
	void secretsNeverShow() {
		ConnectionSettings settings = ConnectionSettings.of("https://root:geheim@host/sales");
		assertThat(settings.toString()).isEqualTo("https://host:443/sales").doesNotContain("root", "geheim");
		assertThat(settings.withCredentials("token").toString()).doesNotContain("token");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "http://", "ftp://host", "jdbc:milvus://host", "http://root:geheim@ho st",
			"http://root:geheim@host:port", "http://root:geheim@:19530", "root:geheim@", "http://root:%zz geheim@host",
			"http://ho_st:geheim:1", "http://root:%zzgeheim@host", "http://host:99999?geheim", "./milvus.db",
			"/tmp/milvus.db", "root:geheim@host", "root:geheim@host:19530", "root:geheim@host/db", "geheim@host",
			"http:root:geheim@host/db", "http:/root:geheim@host/db", "https:/root:geheim@host", "//root:geheim@host/db",
			"http:///root:geheim@host/db", "http://http://root:geheim@host", "http://host/root:geheim@host",
			"http://root:geh/eim@host/geheim", "http://root:geh#eim@host/geheim", "http://root:geh?eim@host/geheim",
			"file:root:geheim@host/db", "file://root:geheim@host/db", "http:\\\\root:geheim@host/db", "http://host:0",
			"http://root:geheim@host:70000", "http://host/a/b" })
	void anUnreadableAddressIsRefusedWithoutShowingItsSecrets(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> ConnectionSettings.of(address))
			.withMessageContainingAll("milvus.uri", "http://host:19530")
			.withMessageNotContaining("geheim")
			.withNoCause();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT0S", "PT-1S", "PT-0.000000001S" })
	void aTimeInWhichNothingCanBeDoneIsRefused(Duration time) {
		ConnectionSettings settings = ConnectionSettings.of("http://host");
		assertRefused("milvus.connect-timeout", () -> settings.withTimeouts(time, null));
		assertRefused("milvus.timeout", () -> settings.withTimeouts(Duration.ofSeconds(1), time));
		assertRefused("milvus.keep-alive-time", () -> settings.withKeepAlive(time, null));
		assertRefused("milvus.keep-alive-timeout", () -> settings.withKeepAlive(null, time));
	}

	private static void assertRefused(String property, ThrowingCallable copy) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(copy)
			.withMessageStartingWith(property + " is ");
	}

	@ParameterizedTest
	@CsvSource({ "http://root:x@192.0.2.1, true", "http://[2001:db8::1]:1, false", "http://192.0.2.1, false",
			"https://root:x@192.0.2.1, false", "http://root:x@127.0.0.1:1, false", "http://root:x@localhost, false",
			"http://root:x@[::1]:19530, false", "http://root:x@milvus.invalid, true", "tcp://root:x@192.0.2.1, true" })
	void credentialsAreShownToTheNetworkOnlyWithoutEncryptionAndToOtherMachines(String address, boolean shown) {
		assertThat(ConnectionSettings.of(address).showsCredentials()).isEqualTo(shown);
	}

	@Test
	void theKeepAliveSuitsTheServerUnlessItIsSaid() {
		ConnectionSettings settings = ConnectionSettings.of("http://host");
		assertThat(settings.keepAliveTime()).isNull();
		assertThat(ChannelFactory.forLite(settings))
			.isEqualTo(settings.withKeepAlive(Duration.ofSeconds(330), Duration.ofSeconds(20)));
		ConnectionSettings said = settings.withKeepAlive(Duration.ofSeconds(15), Duration.ofSeconds(3));
		assertThat(ChannelFactory.forLite(said)).isEqualTo(said);
	}

	@Test
	void copiesChangeOneThing() {
		ConnectionSettings settings = ConnectionSettings.of("http://root:x@host/db")
			.withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(2))
			.withKeepAlive(Duration.ofSeconds(3), Duration.ofSeconds(4))
			.withDatabase("other")
			.withCredentials("token");
		assertThat(settings)
			.isEqualTo(new ConnectionSettings("host", 19530, false, "token", "other", Duration.ofSeconds(1),
					Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4), null, null));
		assertThat(settings.withTls(null, null).secure()).isTrue();
	}

}
