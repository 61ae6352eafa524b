package io.github.milvusspring.sample.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the format of {@code META-INF/spring-configuration-metadata.json}.
 */
final class MetadataFile {

	/** Where the file lies in a jar. */
	static final String LOCATION = "META-INF/spring-configuration-metadata.json";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private MetadataFile() {
	}

	static List<DeclaredProperty> read(InputStream json, Artifact artifact) throws IOException {
		JsonNode root;
		try {
			root = MAPPER.readTree(json);
		}
		catch (JacksonException ex) {
			throw new IOException("Not JSON: " + ex.getOriginalMessage(), ex);
		}
		List<DeclaredProperty> properties = new ArrayList<>();
		for (JsonNode node : root.path("properties")) {
			String name = text(node.path("name"));
			if (name != null) {
				properties.add(property(name, node, artifact));
			}
		}
		return properties;
	}

	private static DeclaredProperty property(String name, JsonNode node, Artifact artifact) {
		String description = text(node.path("description"));
		return new DeclaredProperty(name, text(node.path("type")), (description != null) ? description.strip() : "",
				defaultValue(node.path("defaultValue")), deprecation(node), artifact);
	}

	private static @Nullable String defaultValue(JsonNode value) {
		if (value.isArray()) {
			return value.valueStream().map(MetadataFile::valueText).collect(Collectors.joining(", "));
		}
		return value.isMissingNode() || value.isNull() ? null : valueText(value);
	}

	private static String valueText(JsonNode value) {
		return value.isString() ? value.stringValue() : value.toString();
	}

	private static DeclaredProperty.@Nullable Deprecation deprecation(JsonNode node) {
		JsonNode deprecation = node.path("deprecation");
		if (!deprecation.isObject() && !node.path("deprecated").booleanValue(false)) {
			return null;
		}
		return new DeclaredProperty.Deprecation(text(deprecation.path("reason")),
				text(deprecation.path("replacement")));
	}

	private static @Nullable String text(JsonNode node) {
		return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
	}

}
