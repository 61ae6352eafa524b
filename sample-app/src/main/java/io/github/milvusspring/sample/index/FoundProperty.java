package io.github.milvusspring.sample.index;

import org.jspecify.annotations.Nullable;

/**
 * What a search reads of a {@link SpringProperty}: all but what it is found by.
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
 */
public record FoundProperty(String name, String description, String artifact, String version, @Nullable String type,
		@Nullable String defaultValue, boolean deprecated, @Nullable String deprecationReason,
		@Nullable String replacement) {

}
