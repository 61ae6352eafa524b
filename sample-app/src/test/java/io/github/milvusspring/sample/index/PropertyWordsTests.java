package io.github.milvusspring.sample.index;

import io.github.milvusspring.sample.metadata.Artifact;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PropertyWordsTests {

	@ParameterizedTest
	@CsvSource({ "spring.jpa.show-sql, spring jpa show sql", "maxFileSize, max File Size",
			"server.http2.enabled, server http2 enabled", "'  (X-Forwarded-For)?', X Forwarded For", "a_b, a b",
			"größe-der-Übersicht, größe der Übersicht", "..., ''", "'', ''" })
	void textIsCutAtWhateverIsNoLetterOrDigitAndAtCamelCase(String text, String words) {
		assertThat(PropertyWords.in(text)).isEqualTo(words);
	}

	@Test
	void propertyHasTheWordsOfItsDescriptionItsNameAndItsDefault() {
		assertThat(PropertyWords.of(new DeclaredProperty("server.port", "T", "Server's HTTP port.", "1", null,
				new Artifact("org.acme", "acme", "1.0"))))
			.isEqualTo("Server s HTTP port server port server port 1");
	}

}
