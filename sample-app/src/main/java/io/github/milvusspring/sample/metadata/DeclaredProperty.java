package io.github.milvusspring.sample.metadata;

import org.jspecify.annotations.Nullable;

/**
 * A configuration property as a library declares it.
 *
 * @param name the full name, for example {@code server.port}
 * @param type the Java type, {@code null} when it is not declared
 * @param description what the property does, empty when it is not declared
 * @param defaultValue the default as text, {@code null} for none
 * @param deprecation why and in favour of what the property is deprecated, {@code null}
 * when it is not
 * @param artifact the library
 */
public record DeclaredProperty(String name, @Nullable String type, String description, @Nullable String defaultValue,
		@Nullable Deprecation deprecation, Artifact artifact) {

	/**
	 * Says that a property should no longer be used.
	 *
	 * @param reason why, {@code null} when it is not declared
	 * @param replacement the property to use, {@code null} for none
	 */
	public record Deprecation(@Nullable String reason, @Nullable String replacement) {
	}

}
