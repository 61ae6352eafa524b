package io.github.milvusspring.data.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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

	/** The parameter that holds the path of an index within JSON documents. */
	public static final String JSON_PATH = "json_path";

	private static final String JSON_CAST_TYPE = "json_cast_type";

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
		return of(field, IndexType.AUTOINDEX, metric, Map.of());
	}

	/**
	 * Returns an index of a vector field whose parameters are checked.
	 * @param field the name of the field
	 * @param type how the index is built
	 * @param metric how vectors are compared
	 * @param parameters the parameters of the type
	 * @return an index of the field's own name
	 * @throws IllegalArgumentException when the type has no such parameter, or not of
	 * that value
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
	 * Returns an index that compares every vector.
	 * @param field the name of the field
	 * @param metric how vectors are compared
	 * @return the index
	 */
	public static IndexSchema flat(String field, Metric metric) {
		return of(field, IndexType.FLAT, metric, Map.of());
	}

	/**
	 * Returns an index of vectors in clusters.
	 * @param field the name of the field
	 * @param metric how vectors are compared
	 * @param nlist the number of clusters, from 1 to 65,536
	 * @return the index
	 */
	public static IndexSchema ivfFlat(String field, Metric metric, int nlist) {
		return of(field, IndexType.IVF_FLAT, metric, Map.of("nlist", Integer.toString(nlist)));
	}

	/**
	 * Returns an index that is a graph of layers.
	 * @param field the name of the field
	 * @param metric how vectors are compared
	 * @param m the number of neighbours of each vector, from 2 to 2,048
	 * @param efConstruction the number of candidates looked at for them, at least 1
	 * @return the index
	 */
	public static IndexSchema hnsw(String field, Metric metric, int m, int efConstruction) {
		return of(field, IndexType.HNSW, metric,
				Map.of("M", Integer.toString(m), "efConstruction", Integer.toString(efConstruction)));
	}

	/**
	 * Returns an index that is a graph on disk.
	 * @param field the name of the field
	 * @param metric how vectors are compared
	 * @return the index
	 */
	public static IndexSchema diskann(String field, Metric metric) {
		return of(field, IndexType.DISKANN, metric, Map.of());
	}

	/**
	 * Returns an index of sparse vectors.
	 * @param field the name of the field
	 * @param metric {@link Metric#IP}, or {@link Metric#BM25} for words
	 * @return the index
	 */
	public static IndexSchema sparse(String field, Metric metric) {
		return of(field, IndexType.SPARSE_INVERTED_INDEX, metric, Map.of());
	}

	/**
	 * Returns an index of a scalar field without parameters.
	 * @param field the name of the field
	 * @param type how the index is built, for example {@link IndexType#INVERTED}
	 * @return the index
	 */
	public static IndexSchema scalar(String field, IndexType type) {
		return of(field, type, null, Map.of());
	}

	/**
	 * Returns an index of the pieces of texts.
	 * @param field the name of the field
	 * @param least the least number of characters of a piece
	 * @param most the largest number of characters of a piece
	 * @return the index
	 */
	public static IndexSchema ngram(String field, int least, int most) {
		return of(field, IndexType.NGRAM, null,
				Map.of("min_gram", Integer.toString(least), "max_gram", Integer.toString(most)));
	}

	/**
	 * Returns an index of a value within JSON documents.
	 * @param field the name of the JSON field
	 * @param path the value, for example {@code address.city}
	 * @param castType what the values are indexed as
	 * @return an index named by field and path
	 */
	public static IndexSchema json(String field, String path, JsonCastType castType) {
		return scalar(field, IndexType.INVERTED).at(path, castType);
	}

	/**
	 * Returns this index for a value within JSON documents.
	 * @param path the value, for example {@code address.city}
	 * @param castType what the values are indexed as
	 * @return the index, named by field and path
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
	 * Returns this index under another name.
	 * @param name the name
	 * @return the index
	 */
	public IndexSchema named(String name) {
		return new IndexSchema(name, this.field, this.type, this.metric, this.parameters);
	}

	/**
	 * Returns this index with further parameters, which are not checked.
	 * @param extra the parameters in Milvus's own words
	 * @return the index
	 */
	public IndexSchema with(Map<String, String> extra) {
		Map<String, String> all = new LinkedHashMap<>(this.parameters);
		all.putAll(extra);
		return new IndexSchema(this.name, this.field, this.type, this.metric, all);
	}

	/**
	 * Returns the value within JSON documents that is indexed.
	 * @return the path in Milvus's own words, empty for a whole field
	 */
	public String path() {
		return this.parameters.getOrDefault(JSON_PATH, "");
	}

	/**
	 * Returns what is indexed, which no other index of the collection is made of.
	 * @return the name of the field, or the path within it
	 */
	public String target() {
		return path().isEmpty() ? this.field : path();
	}

	/**
	 * Says why a field cannot have this index.
	 * @param field the field of this index
	 * @return what is wrong, {@code null} when the index suits the field
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
