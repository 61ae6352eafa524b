package io.github.milvusspring.sample.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.milvusspring.sample.metadata.DeclaredProperty.Deprecation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class MetadataFileTests {

	private static final Artifact ACME = new Artifact("org.acme", "acme-web", "1.0");

	@Test
	void propertyHasAllThatIsDeclared() throws IOException {
		assertThat(read("""
				{ "properties": [ { "name": "acme.port", "type": "java.lang.Integer", "description": " The port. ",
				  "defaultValue": 8080, "sourceType": "org.acme.Acme" } ] }"""))
			.containsExactly(new DeclaredProperty("acme.port", "java.lang.Integer", "The port.", "8080", null, ACME));
	}

	@Test
	void propertyCanHaveANameAlone() throws IOException {
		assertThat(read("{ \"properties\": [ { \"name\": \"acme.port\" } ] }"))
			.containsExactly(new DeclaredProperty("acme.port", null, "", null, null, ACME));
	}

	@Test
	void defaultCanBeAList() throws IOException {
		assertThat(read("""
				{ "properties": [ { "name": "a", "defaultValue": ["text/html", "text/css"] },
				  { "name": "b", "defaultValue": [] }, { "name": "c", "defaultValue": false },
				  { "name": "d", "defaultValue": null } ] }""")).extracting(DeclaredProperty::defaultValue)
			.containsExactly("text/html, text/css", "", "false", null);
	}

	@Test
	void deprecationHasReasonAndReplacement() throws IOException {
		assertThat(read("""
				{ "properties": [
				  { "name": "a", "deprecated": true, "deprecation": { "reason": "Old.", "replacement": "b" } },
				  { "name": "b", "deprecation": { "level": "error" } },
				  { "name": "c", "deprecated": true }, { "name": "d", "deprecated": false } ] }"""))
			.extracting(DeclaredProperty::deprecation)
			.containsExactly(new Deprecation("Old.", "b"), new Deprecation(null, null), new Deprecation(null, null),
					null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "3", "{ \"properties\": 3 }", "{ \"properties\": [ 3, {}, { \"name\": 3 } ] }",
			"{ \"groups\": [ { \"name\": \"acme\" } ] }" })
	void whatIsNoPropertyIsLeftOut(String json) throws IOException {
		assertThat(read(json)).isEmpty();
	}

	@Test
	void brokenJsonIsRefused() {
		assertThatIOException().isThrownBy(() -> read("{ \"properties\": [ ")).withMessageStartingWith("Not JSON");
	}

	private static List<DeclaredProperty> read(String json) throws IOException {
		return MetadataFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), ACME);
	}

}
