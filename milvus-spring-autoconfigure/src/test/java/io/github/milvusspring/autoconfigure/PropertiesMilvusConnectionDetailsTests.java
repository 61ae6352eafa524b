package io.github.milvusspring.autoconfigure;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PropertiesMilvusConnectionDetailsTests {

	private final SslBundle bundle = SslBundle.systemDefault();

	@Test
	void withoutAddressItIsTheUsualPortOfThisMachine() {
		assertThat(details(Map.of()).getUri()).isEqualTo("http://localhost:19530");
	}

	@Test
	void tokenComesBeforeUserAndPassword() {
		assertThat(details(Map.of("milvus.token", "t", "milvus.username", "u")).getCredentials()).isEqualTo("t");
	}

	@Test
	void userAndPasswordAreOneText() {
		assertThat(details(Map.of("milvus.username", "u", "milvus.password", "p:q")).getCredentials())
			.isEqualTo("u:p:q");
	}

	@Test
	void emptyValuesAreNone() {
		PropertiesMilvusConnectionDetails details = details(
				Map.of("milvus.token", "", "milvus.username", "", "milvus.database", "", "milvus.ssl.bundle", ""));
		assertThat(details.getCredentials()).isNull();
		assertThat(details.getDatabase()).isNull();
		assertThat(details.getSslBundle()).isNull();
	}

	@Test
	void bundleEncrypts() {
		assertThat(details(Map.of("milvus.ssl.bundle", "milvus")).getSslBundle()).isSameAs(this.bundle);
	}

	@Test
	void enabledWithoutBundleTrustsWhatTheJvmTrusts() {
		SslBundle systemDefault = details(Map.of("milvus.ssl.enabled", "true")).getSslBundle();
		assertThat(systemDefault).isNotNull().isNotSameAs(this.bundle);
	}

	@Test
	void disabledDoesNotEncrypt() {
		assertThat(details(Map.of("milvus.ssl.enabled", "false", "milvus.uri", "http://host")).getSslBundle()).isNull();
		assertThat(details(Map.of("milvus.ssl.enabled", "false")).getSslBundle()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "milvus.uri, https://host, begins with https://",
			"milvus.uri, HTTPS://root:geheim@host, write http://",
			"milvus.ssl.bundle, milvus, remove milvus.ssl.bundle" })
	void disabledContradictsWhatEncrypts(String property, String value, String words) {
		PropertiesMilvusConnectionDetails details = details(Map.of("milvus.ssl.enabled", "false", property, value));
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(details::getSslBundle)
			.withMessageContainingAll("milvus.ssl.enabled", "contradicts " + property, words)
			.withMessageNotContaining("geheim");
	}

	@Test
	void unknownBundleIsAnError() {
		assertThatExceptionOfType(NoSuchSslBundleException.class)
			.isThrownBy(() -> details(Map.of("milvus.ssl.bundle", "other")).getSslBundle());
	}

	@Test
	void localPathWithoutMilvusLiteIsAnError() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> details(Map.of("milvus.uri", "./milvus.db")).getUri())
			.withMessageContaining("milvus.uri")
			.withMessageContaining("./milvus.db");
	}

	private PropertiesMilvusConnectionDetails details(Map<String, String> properties) {
		MilvusProperties bound = new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("milvus",
				MilvusProperties.class);
		return new PropertiesMilvusConnectionDetails(bound, new DefaultSslBundleRegistry("milvus", this.bundle));
	}

}
