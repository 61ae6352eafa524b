package io.github.milvusspring.sample.index;

import io.github.milvusspring.data.mapping.Analyzer;
import io.github.milvusspring.data.mapping.Embedding;
import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.sample.embedding.MiniLmEmbedder;
import io.github.milvusspring.sample.metadata.DeclaredProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;

/**
 * A configuration property in the index.
 *
 * @param name the full name, for example {@code server.port}
 * @param description what the property does, empty when it is not declared
 * @param type the Java type
 * @param defaultValue the default as text
 * @param artifact the library that declares the property
 * @param version the version of the library, empty when it cannot be told
 * @param deprecated whether the property should no longer be used
 * @param deprecationReason why not
 * @param replacement what to use instead
 * @param words description, name and default as words, for the full text search
 * @param fingerprint changes when anything of the declaration does
 * @param embedding the meaning of the description and the name, {@code null} until the
 * row is written
 */
@MilvusEntity(value = "spring_properties_by_meaning_and_words",
		description = "Configuration properties of Spring libraries")
public record SpringProperty(@Id String name, String description, @Nullable String type, @Nullable String defaultValue,
		@MilvusField(maxLength = 512) String artifact, @MilvusField(maxLength = 512) String version, boolean deprecated,
		@Nullable String deprecationReason, @Nullable String replacement,
		@FullText(k1 = 1.5, b = 0.75) @Analyzer(stopWords = {
				"a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does", "for", "from", "how", "i", "in",
				"is", "it", "my", "of", "on", "or", "that", "the", "this", "to", "what", "when", "where", "which",
				"who", "with" }) String words,
		@MilvusField(maxLength = 64) String fingerprint,
		@Embedding(from = { "description", "name" }) @VectorField(dimension = MiniLmEmbedder.DIMENSION,
				metric = Metric.COSINE) float @Nullable [] embedding){

	static SpringProperty of(DeclaredProperty declared) {
		DeclaredProperty.Deprecation deprecation = declared.deprecation();
		return new SpringProperty(declared.name(), declared.description(), declared.type(), declared.defaultValue(),
				declared.artifact().name(), declared.artifact().version(), deprecation != null,
				(deprecation != null) ? deprecation.reason() : null,
				(deprecation != null) ? deprecation.replacement() : null, PropertyWords.of(declared),
				Fingerprint.of(declared), null);
	}

}
