package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Adapts a declared collection to Milvus Lite, which supports few types of indexes and
 * one analyzer. A collection that is declared for a full Milvus server thus also works on
 * a laptop.
 */
final class LiteSchemaAdapter {

	private static final Set<IndexType> KEPT = Set.of(IndexType.FLAT, IndexType.IVF_FLAT, IndexType.HNSW,
			IndexType.SPARSE_INVERTED_INDEX, IndexType.INVERTED);

	private static final String STANDARD = "standard";

	private final CollectionSchema declared;

	private final Consumer<String> log;

	private LiteSchemaAdapter(CollectionSchema declared, Consumer<String> log) {
		this.declared = declared;
		this.log = log;
	}

	/**
	 * Replaces what Milvus Lite does not support.
	 * @param declared the collection as declared
	 * @param log receives a message about each replacement
	 */
	static CollectionSchema adapt(CollectionSchema declared, Consumer<String> log) {
		return new LiteSchemaAdapter(declared, log).adapt();
	}

	private CollectionSchema adapt() {
		return this.declared.toBuilder()
			.fields(this.declared.fields().stream().map(this::field).toList())
			.indexes(this.declared.indexes().stream().map(this::index).filter(Objects::nonNull).toList())
			.shards(0)
			.partitions(0)
			.consistency(null)
			.build();
	}

	private FieldSchema field(FieldSchema field) {
		if (field.type() == FieldType.ARRAY_OF_STRUCT) {
			throw new InvalidDataAccessApiUsageException("Field '" + field.name() + "' of collection '"
					+ this.declared.name()
					+ "' is an array of structs, which Milvus Lite would drop without a word: use Milvus standalone, a"
					+ " cluster or Zilliz Cloud, 2.6 or newer");
		}
		ServerTypes.checkLite(this.declared, field);
		return field.toBuilder().clusteringKey(false).properties(Map.of()).analyzer(analyzer(field)).build();
	}

	private @Nullable AnalyzerSchema analyzer(FieldSchema field) {
		AnalyzerSchema analyzer = field.analyzer();
		if (analyzer == null || (standard(analyzer.parameters()) && analyzer.byLanguage().isEmpty())) {
			return analyzer;
		}
		AnalyzerSchema replaced = new AnalyzerSchema(analyzer.match(), Map.of(), Map.of());
		List<Object> stops = new ArrayList<>();
		if (analyzer.parameters().get("filter") instanceof List<?> filters) {
			filters.stream().filter(Map.class::isInstance).forEach(stops::add);
		}
		if (analyzer.parameters().get("stop_words") instanceof List<?> words) {
			stops.add(Map.of("type", "stop", "stop_words", words));
		}
		if (!stops.isEmpty()) {
			replaced = new AnalyzerSchema(analyzer.match(), Map.of("tokenizer", STANDARD, "filter", stops), Map.of());
		}
		this.log.accept("Milvus Lite has only the standard analyzer: the words of '" + field.name()
				+ "' are cut by it, " + (stops.isEmpty() ? "" : "with the stop words, ") + "and not as declared");
		return replaced;
	}

	private static boolean standard(Map<String, Object> parameters) {
		return parameters.isEmpty() || STANDARD.equals(parameters.get("tokenizer"))
				|| (STANDARD.equals(parameters.get("type")) && !parameters.containsKey("stop_words"));
	}

	private @Nullable IndexSchema index(IndexSchema index) {
		FieldSchema field = this.declared.field(index.field());
		if (field == null || (KEPT.contains(index.type()) && index.path().isEmpty())) {
			return index;
		}
		IndexType type = replacement(field, index);
		if (type == null) {
			this.log.accept("Milvus Lite has no index " + index.type() + " of " + field.type() + ": '" + index.target()
					+ "' has none there");
			return null;
		}
		if (index.type() != IndexType.AUTOINDEX) {
			this.log.accept("Milvus Lite has no index " + index.type() + ": '" + index.target() + "' has the index "
					+ type + " there");
		}
		return new IndexSchema(index.name(), index.field(), type, index.metric(), Map.of());
	}

	private static @Nullable IndexType replacement(FieldSchema field, IndexSchema index) {
		if (field.type().isVector()) {
			return (field.type() == FieldType.SPARSE_FLOAT_VECTOR) ? IndexType.SPARSE_INVERTED_INDEX : IndexType.FLAT;
		}
		return switch (field.type()) {
			case BOOL, INT8, INT16, INT32, INT64, FLOAT, DOUBLE, VARCHAR, TIMESTAMPTZ -> IndexType.INVERTED;
			default -> null;
		};
	}

}
