package io.github.milvusspring.data.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An index of a field of a collection.
 *
 * @param name the name of the index
 * @param field the name of the field
 * @param type the type of the index
 * @param metric the metric by which vectors are compared, {@code null} for a scalar field
 * @param parameters the parameters of the index by their names in Milvus, such as
 * {@code M}
 */
public record IndexSchema(String name, String field, IndexType type, @Nullable Metric metric,
		Map<String, String> parameters) {

	/** The parameter that holds the path of the JSON value that is indexed. */
	public static final String JSON_PATH = "json_path";

	private static final String JSON_CAST_TYPE = "json_cast_type";

	public IndexSchema {
		parameters = Map.copyOf(parameters);
	}

	/**
	 * Returns an index of a vector field whose type and parameters the server chooses.
	 * @param field the name of the field
	 * @param metric the metric by which vectors are compared
	 * @return an index with the same name as the field
	 */
	public static IndexSchema auto(String field, Metric metric) {
		return of(field, IndexType.AUTOINDEX, metric, Map.of());
	}

	/**
	 * Returns an index after checking its parameters.
	 * @param field the name of the field
	 * @param type the type of the index
	 * @param metric the metric by which vectors are compared
	 * @param parameters the parameters of the index by their names in Milvus
	 * @return an index with the same name as the field
	 * @throws IllegalArgumentException when the index type does not support a parameter
	 * or its value
	 */
	public static IndexSchema of(String field, IndexType type, @Nullable Metric metric,
			Map<String, String> parameters) {
		List<String> problems = new ArrayList<>(IndexRule.problems(type, parameters));
		if (type == IndexType.AUTOINDEX && metric != null && !parameters.isEmpty()) {
			problems.add("parameters, which the server chooses for an AUTOINDEX of vectors");
		}
		if (!problems.isEmpty()) {
			throw new IllegalArgumentException(
					"The index of field '" + field + "' has " + String.join("; it has ", problems));
		}
		return new IndexSchema(field, field, type, metric, parameters);
	}

	/**
	 * Returns a {@code FLAT} index: searches are exact and compare every vector.
	 * @param field the name of the field
	 * @param metric the metric by which vectors are compared
	 * @return the index
	 */
	public static IndexSchema flat(String field, Metric metric) {
		return of(field, IndexType.FLAT, metric, Map.of());
	}

	/**
	 * Returns an {@code IVF_FLAT} index, which groups vectors into clusters.
	 * @param field the name of the field
	 * @param metric the metric by which vectors are compared
	 * @param nlist the number of clusters, from 1 to 65,536
	 * @return the index
	 */
	public static IndexSchema ivfFlat(String field, Metric metric, int nlist) {
		return of(field, IndexType.IVF_FLAT, metric, Map.of("nlist", Integer.toString(nlist)));
	}

	/**
	 * Returns an {@code HNSW} index, which is a graph of several layers.
	 * @param field the name of the field
	 * @param metric the metric by which vectors are compared
	 * @param m the number of neighbours of each vector in the graph, from 2 to 2,048
	 * @param efConstruction the number of candidates considered when choosing neighbours,
	 * at least 1
	 * @return the index
	 */
	public static IndexSchema hnsw(String field, Metric metric, int m, int efConstruction) {
		return of(field, IndexType.HNSW, metric,
				Map.of("M", Integer.toString(m), "efConstruction", Integer.toString(efConstruction)));
	}

	/**
	 * Returns a {@code DISKANN} index, which is a graph on disk.
	 * @param field the name of the field
	 * @param metric the metric by which vectors are compared
	 * @return the index
	 */
	public static IndexSchema diskann(String field, Metric metric) {
		return of(field, IndexType.DISKANN, metric, Map.of());
	}

	/**
	 * Returns a {@code SPARSE_INVERTED_INDEX} of sparse vectors.
	 * @param field the name of the field
	 * @param metric {@link Metric#IP}, or {@link Metric#BM25} for full text search
	 * @return the index
	 */
	public static IndexSchema sparse(String field, Metric metric) {
		return of(field, IndexType.SPARSE_INVERTED_INDEX, metric, Map.of());
	}

	/**
	 * Returns an index of a scalar field without parameters.
	 * @param field the name of the field
	 * @param type the type of the index, for example {@link IndexType#INVERTED}
	 * @return the index
	 */
	public static IndexSchema scalar(String field, IndexType type) {
		return of(field, type, null, Map.of());
	}

	/**
	 * Returns an {@code NGRAM} index of the substrings of texts.
	 * @param field the name of the field
	 * @param least the minimum number of characters of a substring
	 * @param most the maximum number of characters of a substring
	 * @return the index
	 */
	public static IndexSchema ngram(String field, int least, int most) {
		return of(field, IndexType.NGRAM, null,
				Map.of("min_gram", Integer.toString(least), "max_gram", Integer.toString(most)));
	}

	/**
	 * Returns an index of one value inside JSON documents.
	 * @param field the name of the JSON field
	 * @param path the path of the value, for example {@code address.city}
	 * @param castType the type as which the values are indexed
	 * @return an index whose name consists of the field and the path
	 */
	public static IndexSchema json(String field, String path, JsonCastType castType) {
		return scalar(field, IndexType.INVERTED).at(path, castType);
	}

	/**
	 * Returns a copy of this index for one value inside JSON documents.
	 * @param path the path of the value, for example {@code address.city}
	 * @param castType the type as which the values are indexed
	 * @return the index, whose name consists of the field and the path
	 */
	public IndexSchema at(String path, JsonCastType castType) {
		StringBuilder inMilvus = new StringBuilder(this.field);
		if (path.startsWith("[")) {
			inMilvus.append(path);
		}
		else {
			for (String key : path.split("\\.")) {
				inMilvus.append("[\"").append(key.replace("\\", "\\\\").replace("\"", "\\\"")).append("\"]");
			}
		}
		Map<String, String> all = new LinkedHashMap<>(this.parameters);
		all.put(JSON_PATH, inMilvus.toString());
		all.put(JSON_CAST_TYPE, castType.name());
		String suffix = path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
		return new IndexSchema(this.field + "_" + suffix, this.field, this.type, this.metric, all);
	}

	/**
	 * Returns a copy of this index with another name.
	 * @param name the name
	 * @return the index
	 */
	public IndexSchema named(String name) {
		return new IndexSchema(name, this.field, this.type, this.metric, this.parameters);
	}

	/**
	 * Returns a copy of this index with further parameters, which are not checked.
	 * @param extra the parameters by their names in Milvus
	 * @return the index
	 */
	public IndexSchema with(Map<String, String> extra) {
		Map<String, String> all = new LinkedHashMap<>(this.parameters);
		all.putAll(extra);
		return new IndexSchema(this.name, this.field, this.type, this.metric, all);
	}

	/**
	 * Returns the path of the JSON value that is indexed.
	 * @return the path as Milvus writes it, empty when the complete field is indexed
	 */
	public String path() {
		return this.parameters.getOrDefault(JSON_PATH, "");
	}

	/**
	 * Returns what is indexed. A collection has at most one index of each target.
	 * @return the name of the field, or the path of a JSON value inside it
	 */
	public String target() {
		return path().isEmpty() ? this.field : path();
	}

	/**
	 * Checks whether a field can have this index.
	 * @param field the field of this index
	 * @return the reason why not, {@code null} when the field can have the index
	 */
	public @Nullable String unsuited(FieldSchema field) {
		boolean chosen = this.type == IndexType.AUTOINDEX && (field.type().isVector() || this.metric != null);
		if (chosen && !this.parameters.isEmpty()) {
			return "the index AUTOINDEX with the parameters " + this.parameters.keySet()
					+ ", which the server chooses for vectors: name the type of the index, or leave them out";
		}
		return IndexRule.unsuited(this.type, field, this.metric);
	}

}
