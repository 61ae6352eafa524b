package io.github.milvusspring.data.mapping;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An index of a field.
 *
 * @param name the index's name
 * @param field the name of the field
 * @param type how the index is built
 * @param metric how vectors are compared, {@code null} for a scalar field
 * @param parameters the parameters of the index in Milvus's own words, such as {@code M}
 */
public record IndexSchema(String name, String field, IndexType type, @Nullable Metric metric,
		Map<String, String> parameters) {

	public IndexSchema {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * Returns the index that the server chooses for a vector field.
	 * @param field the name of the field
	 * @param metric how vectors are compared
	 * @return an index of the field's own name
	 */
	public static IndexSchema auto(String field, Metric metric) {
		return new IndexSchema(field, field, IndexType.AUTOINDEX, metric, Map.of());
	}

}
