package io.github.milvusspring.data.execution;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.milvusspring.data.embedding.EmbeddingBatches;
import io.github.milvusspring.data.mapping.EmbeddedVector;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.query.HybridQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.SearchQuery;
import io.github.milvusspring.data.query.VectorQuery;

/**
 * Replaces the texts of a search by vectors, on the caller's thread, if the application
 * computes the vectors of the searched field.
 *
 * @param targets finds the field to search
 * @param vectors the vectors that the application computes
 * @param texts embeds texts
 */
record QueryEmbedding(SearchFieldResolver targets, List<EmbeddedVector> vectors, EmbeddingBatches texts) {

	/**
	 * Returns the query with vectors in place of texts.
	 */
	SearchQuery<?> embedded(SearchQuery<?> query) {
		List<SearchQuery<?>> parts = (query instanceof HybridQuery hybrid) ? hybrid.subSearches() : List.of(query);
		Set<String> found = new LinkedHashSet<>();
		for (SearchQuery<?> part : parts) {
			if (isEmbedded(part)) {
				((VectorQuery) part).vectors().forEach((vector) -> {
					if (vector instanceof QueryVector.Text text) {
						found.add(text.text());
					}
				});
			}
		}
		if (found.isEmpty()) {
			return query;
		}
		Map<String, float[]> made = this.texts.embed(found, (batch) -> "The text to search '"
				+ this.targets.collection().name() + "' for could not be embedded, and nothing was searched");
		return (query instanceof HybridQuery hybrid)
				? hybrid.withSubSearches(parts.stream().<SearchQuery<?>>map((part) -> embedded(part, made)).toList())
				: embedded(query, made);
	}

	private boolean isEmbedded(SearchQuery<?> query) {
		if (!(query instanceof VectorQuery vectors)
				|| vectors.vectors().stream().noneMatch(QueryVector.Text.class::isInstance)) {
			return false;
		}
		FieldSchema field = this.targets.field(query);
		return this.vectors.stream().anyMatch((vector) -> vector.field().name().equals(field.name()));
	}

	private SearchQuery<?> embedded(SearchQuery<?> query, Map<String, float[]> made) {
		if (!isEmbedded(query)) {
			return query;
		}
		FieldSchema field = this.targets.field(query);
		VectorQuery vectors = (VectorQuery) query;
		return vectors.withVectors(vectors.vectors().stream().map((vector) -> {
			if (!(vector instanceof QueryVector.Text text)) {
				return vector;
			}
			float[] floats = Objects.requireNonNull(made.get(text.text()));
			EntityEmbedding.checkDimension(floats, field);
			return QueryVector.of(floats);
		}).toList());
	}

}
