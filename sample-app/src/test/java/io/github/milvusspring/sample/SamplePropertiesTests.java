package io.github.milvusspring.sample;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SamplePropertiesTests {

	@Test
	void defaultsAreSensible() {
		SampleProperties properties = bind(Map.of());
		assertThat(properties.jars()).isEmpty();
		assertThat(properties.indexOnStart()).isTrue();
		assertThat(properties.batchSize()).isEqualTo(128);
	}

	@Test
	void thereCanBeManyFolders() {
		assertThat(bind(Map.of("sample.jars", "/one,/two")).jars()).containsExactly(Path.of("/one"), Path.of("/two"));
	}

	@Test
	void batchMustNotBeEmpty() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("sample.batch-size", "0")))
			.havingRootCause()
			.withMessage("sample.batch-size must be at least 1, not 0");
	}

	@Test
	void numberOfThreadsMustNotBeNegative() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bind(Map.of("sample.embedding-threads", "-1")))
			.havingRootCause()
			.withMessage("sample.embedding-threads must be 0 or more, not -1");
	}

	private static SampleProperties bind(Map<String, String> values) {
		return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("sample", SampleProperties.class);
	}

}
