package io.github.milvusspring.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.lite.MilvusLite;
import io.github.milvusspring.lite.MilvusLiteOptions;
import io.milvus.v2.client.MilvusClientV2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/**
 * Which beans there are; none of them is created, unless a test asks for it, and no
 * server could be started.
 */
class MilvusAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MilvusAutoConfiguration.class))
		.withPropertyValues("milvus.lite.command=/nowhere")
		.withInitializer(
				(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()));

	@Test
	void withoutAnyPropertyMilvusLiteIsThere() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(MilvusLite.class)
			.hasSingleBean(MilvusLiteConnectionDetails.class)
			.hasSingleBean(MilvusConnectionDetails.class)
			.hasSingleBean(MilvusConnection.class)
			.hasSingleBean(MilvusClientV2.class));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "milvus.uri=./milvus.db", "milvus.uri=/var/milvus", "milvus.uri=file:milvus", "milvus.uri=" })
	void withALocalPathMilvusLiteIsThere(String uri) {
		this.runner.withPropertyValues(uri).run((context) -> assertThat(context).hasSingleBean(MilvusLite.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "milvus.uri=http://localhost:19530", "milvus.uri=localhost:19530",
			"milvus.uri=https://host", "milvus.lite.enabled=false" })
	void withAServerMilvusLiteIsNotThere(String property) {
		this.runner.withPropertyValues(property)
			.run((context) -> assertThat(context).doesNotHaveBean(MilvusLite.class)
				.hasSingleBean(PropertiesMilvusConnectionDetails.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "milvus.uri=root:geheim@host/db", "milvus.uri=root:geheim@host",
			"milvus.uri=http:/root:geheim@host", "milvus.uri=file:root:geheim@host/milvus.db",
			"milvus.uri=http://host/root:geheim@db" })
	void anAddressThatMayHideAPasswordStartsNothingAndIsNotShown(String uri) {
		this.runner.withPropertyValues(uri).run((context) -> {
			assertThat(context).doesNotHaveBean(MilvusLite.class);
			assertThatException().isThrownBy(() -> context.getBean(MilvusConnection.class))
				.havingRootCause()
				.withMessageContainingAll("milvus.uri", "milvus.password")
				.satisfies((cause) -> assertThat(cause.getMessage()).doesNotContain("geheim"));
			assertThatException().isThrownBy(() -> context.getBean(MilvusConnection.class))
				.satisfies((failure) -> assertThat(failure).asString().doesNotContain("geheim"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "milvus.connect-timeout", "milvus.timeout", "milvus.keep-alive-time",
			"milvus.keep-alive-timeout", "milvus.schema.index-timeout", "milvus.lite.startup-timeout" })
	void aTimeOfZeroIsRefusedAtStart(String property) {
		this.runner.withPropertyValues("milvus.uri=http://localhost:1", property + "=0s")
			.run((context) -> assertThatException().isThrownBy(() -> context.getBean(MilvusConnection.class))
				.havingRootCause()
				.withMessageContaining(property + " is PT0S"));
	}

	@Test
	void encryptionThatIsBothWantedAndRefusedIsNamedAtStart() {
		this.runner.withPropertyValues("milvus.uri=https://localhost:1", "milvus.ssl.enabled=false")
			.run((context) -> assertThatException().isThrownBy(() -> context.getBean(MilvusConnection.class))
				.havingRootCause()
				.withMessageContainingAll("milvus.ssl.enabled", "milvus.uri", "https://"));
	}

	@Test
	void environmentVariableNamesAServer() {
		this.runner
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
						Map.of("MILVUS_URI", "http://localhost:19530"))))
			.run((context) -> assertThat(context).doesNotHaveBean(MilvusLite.class));
	}

	@Test
	void connectionDetailsOfTheApplicationWin() {
		MilvusConnectionDetails details = () -> "http://localhost:19530";
		this.runner.withBean(MilvusConnectionDetails.class, () -> details)
			.run((context) -> assertThat(context).doesNotHaveBean(MilvusLite.class)
				.getBean(MilvusConnectionDetails.class)
				.isSameAs(details));
	}

	@Test
	void connectionOfTheApplicationWins() {
		MilvusConnection connection = mock();
		MilvusClientV2 client = mock();
		given(connection.client()).willReturn(client);
		this.runner.withBean(MilvusConnection.class, () -> connection).run((context) -> {
			assertThat(context).doesNotHaveBean(MilvusLite.class).doesNotHaveBean(MilvusConnectionDetails.class);
			assertThat(context.getBean(MilvusClientV2.class)).isSameAs(client);
		});
		verify(client, never()).close();
	}

	@Test
	void clientOfTheApplicationWins() {
		MilvusClientV2 client = mock();
		this.runner.withBean("ownClient", MilvusClientV2.class, () -> client)
			.run((context) -> assertThat(context).doesNotHaveBean("milvusClientV2")
				.getBean(MilvusClientV2.class)
				.isSameAs(client));
	}

	@Test
	void milvusLiteOfTheApplicationWins() {
		MilvusLite lite = mock();
		given(lite.uri()).willReturn("http://127.0.0.1:1");
		this.runner.withBean("ownLite", MilvusLite.class, () -> lite)
			.run((context) -> assertThat(context.getBean(MilvusConnectionDetails.class).getUri())
				.isEqualTo("http://127.0.0.1:1"));
	}

	@Test
	void optionsOfMilvusLiteOfTheApplicationWin() {
		MilvusLiteOptions options = MilvusLiteOptions.defaults();
		this.runner.withBean("ownOptions", MilvusLiteOptions.class, () -> options)
			.run((context) -> assertThat(context.getBean(MilvusLiteOptions.class)).isSameAs(options));
	}

	@Test
	void optionsOfMilvusLiteComeFromTheProperties() {
		this.runner
			.withPropertyValues("milvus.lite.data-directory=data", "milvus.lite.command=python3",
					"milvus.lite.cache-directory=cache", "milvus.lite.provision=false",
					"milvus.lite.startup-timeout=1s", "milvus.lite.shutdown-timeout=2s", "milvus.lite.memory-table=3MB")
			.run((context) -> assertThat(context.getBean(MilvusLiteOptions.class))
				.isEqualTo(new MilvusLiteOptions(Path.of("data"), "python3", Path.of("cache"), false,
						Duration.ofSeconds(1), Duration.ofSeconds(2), false, 3 * 1024 * 1024)));
	}

	@Test
	void dataSurvivesARestartUnlessThrownAway() {
		this.runner.run((context) -> assertThat(context.getBean(MilvusLiteOptions.class).dataDirectory())
			.isEqualTo(Path.of("milvus-data")));
		this.runner.withPropertyValues("milvus.lite.ephemeral=true")
			.run((context) -> assertThat(context.getBean(MilvusLiteOptions.class).dataDirectory()).isNull());
	}

	@Test
	void localPathIsTheDataDirectory() {
		this.runner.withPropertyValues("milvus.uri=./milvus.db", "milvus.lite.ephemeral=true")
			.run((context) -> assertThat(context.getBean(MilvusLiteOptions.class).dataDirectory())
				.isEqualTo(Path.of("./milvus.db")));
	}

	@Test
	void withoutTheLibraryOfMilvusLiteTheUsualPortIsTried() {
		this.runner.withClassLoader(new FilteredClassLoader(MilvusLite.class))
			.run((context) -> assertThat(context.getBean(MilvusConnectionDetails.class).getUri())
				.isEqualTo("http://localhost:19530"));
	}

	@Test
	void nothingIsThereWhenDisabled() {
		this.runner.withPropertyValues("milvus.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MilvusProperties.class)
				.doesNotHaveBean(MilvusConnectionDetails.class)
				.doesNotHaveBean(MilvusConnection.class));
	}

}
