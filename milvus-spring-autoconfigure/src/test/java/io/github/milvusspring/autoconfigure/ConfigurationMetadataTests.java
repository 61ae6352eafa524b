package io.github.milvusspring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an IDE offers in {@code application.yml}.
 */
class ConfigurationMetadataTests {

	private final Map<String, JsonNode> properties = read();

	@Test
	void everyPropertyIsOffered() {
		assertThat(this.properties).containsOnlyKeys("milvus.connect-timeout", "milvus.consistency", "milvus.database",
				"milvus.embedding.batch-size", "milvus.enabled", "milvus.health.timeout", "milvus.keep-alive-time",
				"milvus.keep-alive-timeout", "milvus.lite.cache-directory", "milvus.lite.command",
				"milvus.lite.data-directory", "milvus.lite.enabled", "milvus.lite.memory-table",
				"milvus.lite.provision", "milvus.lite.shutdown-timeout", "milvus.lite.startup-timeout",
				"milvus.lite.ephemeral", "milvus.password", "milvus.repositories.enabled",
				"milvus.schema.index-timeout", "milvus.schema.mode", "milvus.slow-call-threshold", "milvus.ssl.bundle",
				"milvus.ssl.enabled", "milvus.timeout", "milvus.token", "milvus.uri", "milvus.username");
	}

	@Test
	void everyPropertyIsDescribedInASentence() {
		assertThat(this.properties).allSatisfy(
				(name, property) -> assertThat(property.path("description").asString("")).as(name).endsWith("."));
	}

	@Test
	void defaultsAreShown() {
		assertThat(this.properties.get("milvus.connect-timeout").path("defaultValue").asString()).isEqualTo("10s");
		assertThat(this.properties.get("milvus.embedding.batch-size").path("defaultValue").asInt()).isEqualTo(64);
		assertThat(this.properties.get("milvus.schema.mode").path("defaultValue").asString()).isEqualTo("create");
		assertThat(this.properties.get("milvus.lite.data-directory").path("defaultValue").asString())
			.isEqualTo("milvus-data");
		assertThat(this.properties.get("milvus.lite.memory-table").path("defaultValue").asString()).isEqualTo("4MB");
	}

	private static Map<String, JsonNode> read() {
		try (InputStream json = ConfigurationMetadataTests.class.getClassLoader()
			.getResourceAsStream("META-INF/spring-configuration-metadata.json")) {
			Map<String, JsonNode> properties = new TreeMap<>();
			JsonMapper.shared()
				.readTree(json)
				.path("properties")
				.forEach((property) -> properties.put(property.path("name").asString(), property));
			properties.keySet().removeIf((name) -> !name.startsWith("milvus."));
			return properties;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
