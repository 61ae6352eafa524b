package io.github.milvusspring.sample.web;

import io.github.milvusspring.sample.index.SpringProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.SearchResult;

/**
 * A property that was found, as JSON.
 *
 * @param name the full name
 * @param description what the property does, empty when it is not declared
 * @param artifact the library
 * @param version the version of the library, empty when it cannot be told
 * @param type the Java type
 * @param defaultValue the default as text
 * @param deprecated whether the property should no longer be used
 * @param deprecationReason why not
 * @param replacement what to use instead
 * @param score how well it fits, the more the better: by meaning at most 1; each way of
 * searching has a scale of its own
 */
record PropertyHit(String name, String description, String artifact, String version, @Nullable String type,
		@Nullable String defaultValue, boolean deprecated, @Nullable String deprecationReason,
		@Nullable String replacement, double score) {

	static PropertyHit of(SearchResult<SpringProperty> result) {
		SpringProperty property = result.getContent();
		return new PropertyHit(property.name(), property.description(), property.artifact(), property.version(),
				property.type(), property.defaultValue(), property.deprecated(), property.deprecationReason(),
				property.replacement(), result.getScore().getValue());
	}

}
