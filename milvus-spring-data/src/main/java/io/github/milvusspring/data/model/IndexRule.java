package io.github.milvusspring.data.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The field types, metrics and parameters that one type of index supports.
 *
 * @param fields the types of fields that can have the index
 * @param metrics the metrics that the index supports, empty for an index of scalar fields
 * @param parameters the parameters that the index accepts
 */
public record IndexRule(Set<FieldType> fields, Set<Metric> metrics, List<IndexParameter> parameters) {

	private static final int LARGEST = Integer.MAX_VALUE;

	private static final Set<FieldType> DENSE = Set.of(FieldType.FLOAT_VECTOR, FieldType.FLOAT16_VECTOR,
			FieldType.BFLOAT16_VECTOR, FieldType.INT8_VECTOR);

	private static final Set<FieldType> NUMBERS = Set.of(FieldType.INT8, FieldType.INT16, FieldType.INT32,
			FieldType.INT64, FieldType.FLOAT, FieldType.DOUBLE);

	private static final Set<Metric> DENSE_METRICS = Set.of(Metric.COSINE, Metric.IP, Metric.L2);

	private static final Set<Metric> LIST_METRICS = Set.of(Metric.MAX_SIM_COSINE, Metric.MAX_SIM_IP, Metric.MAX_SIM_L2);

	private static final Set<Metric> BINARY_METRICS = Set.of(Metric.HAMMING, Metric.JACCARD);

	private static final Set<Metric> SPARSE_METRICS = Set.of(Metric.IP, Metric.BM25);

	private static final IndexParameter MMAP = IndexParameter.flag("mmap.enabled");

	private static final IndexParameter NLIST = IndexParameter.whole("nlist", 1, 65_536);

	private static final IndexParameter PQ_M = IndexParameter.whole("m", 1, 65_536);

	private static final IndexParameter NBITS = IndexParameter.whole("nbits", 1, 24);

	private static final IndexParameter REFINE = IndexParameter.flag("refine");

	private static final IndexParameter REFINE_TYPE = IndexParameter.word("refine_type", "SQ4U", "SQ6", "SQ8", "FP16",
			"BF16", "FP32", "FLAT");

	private static final IndexParameter RAW = IndexParameter.flag("with_raw_data");

	private static final IndexParameter ON_DEVICE = IndexParameter.flag("cache_dataset_on_device");

	private static final IndexParameter CAST_FUNCTION = IndexParameter.word("json_cast_function", "STRING_TO_DOUBLE");

	private static final List<IndexParameter> GRAPH = List.of(IndexParameter.whole("M", 2, 2_048),
			IndexParameter.whole("efConstruction", 1, LARGEST));

	private static final List<IndexParameter> DISK = List.of(IndexParameter.whole("max_degree", 1, 2_048),
			IndexParameter.whole("search_list_size", 1, LARGEST),
			IndexParameter.number("pq_code_budget_gb_ratio", 0, Float.MAX_VALUE),
			IndexParameter.number("search_cache_budget_gb_ratio", 0, Float.MAX_VALUE),
			IndexParameter.whole("disk_pq_dims", 0, LARGEST), IndexParameter.flag("accelerate_build"));

	private static final List<IndexParameter> BM25 = List.of(
			IndexParameter.word("inverted_index_algo", "DAAT_MAXSCORE", "DAAT_WAND", "TAAT_NAIVE"),
			IndexParameter.number("drop_ratio_build", 0, 1), IndexParameter.number("bm25_k1", 0, Float.MAX_VALUE),
			IndexParameter.number("bm25_b", 0, 1));

	/**
	 * Returns the rule of an index type.
	 * @param type the type of an index
	 * @return the rule
	 */
	static IndexRule of(IndexType type) {
		return switch (type) {
			case AUTOINDEX -> new IndexRule(Set.of(FieldType.values()), Set.of(Metric.values()), with(List.of()));
			case FLAT, GPU_BRUTE_FORCE -> dense(List.of());
			case IVF_FLAT, IVF_SQ8 -> dense(List.of(NLIST));
			case IVF_PQ -> dense(List.of(NLIST, PQ_M.require(), NBITS));
			case IVF_RABITQ -> dense(List.of(NLIST, REFINE, REFINE_TYPE));
			case SCANN -> dense(List.of(NLIST, RAW, IndexParameter.whole("sub_dim", 1, 65_536)));
			case HNSW -> new IndexRule(union(DENSE, Set.of(FieldType.ARRAY_OF_VECTOR)),
					union(DENSE_METRICS, LIST_METRICS), with(GRAPH));
			case HNSW_SQ -> dense(with(GRAPH, IndexParameter.word("sq_type", "SQ4U", "SQ6", "SQ8", "BF16", "FP16"),
					REFINE, REFINE_TYPE));
			case HNSW_PQ -> dense(with(GRAPH, PQ_M, NBITS, REFINE, REFINE_TYPE));
			case HNSW_PRQ -> dense(with(GRAPH, PQ_M, IndexParameter.whole("nrq", 1, 64), NBITS, REFINE, REFINE_TYPE));
			case DISKANN -> dense(DISK);
			case AISAQ -> dense(with(DISK, IndexParameter.whole("inline_pq", -1, 2_048),
					IndexParameter.flag("rearrange"), IndexParameter.whole("pq_cache_size", 0, Long.MAX_VALUE),
					IndexParameter.whole("pq_read_page_cache_size", 0, Long.MAX_VALUE),
					IndexParameter.whole("num_entry_points", 0, LARGEST)));
			case GPU_IVF_FLAT -> dense(List.of(NLIST, ON_DEVICE));
			case GPU_IVF_PQ -> dense(List.of(NLIST, IndexParameter.whole("m", 0, 65_536),
					IndexParameter.whole("nbits", 4, 8), ON_DEVICE));
			case GPU_CAGRA -> dense(List.of(IndexParameter.whole("intermediate_graph_degree", 1, LARGEST),
					IndexParameter.whole("graph_degree", 1, LARGEST),
					IndexParameter.word("build_algo", "IVF_PQ", "NN_DESCENT"), ON_DEVICE,
					IndexParameter.flag("adapt_for_cpu")));
			case BIN_FLAT -> binary(BINARY_METRICS, List.of());
			case BIN_IVF_FLAT -> binary(BINARY_METRICS, List.of(NLIST));
			case MINHASH_LSH -> binary(Set.of(Metric.MHJACCARD),
					List.of(IndexParameter.whole("mh_element_bit_width", 8, 64),
							IndexParameter.whole("mh_lsh_band", 1, LARGEST), IndexParameter.flag("mh_lsh_code_in_mem"),
							IndexParameter.whole("mh_lsh_aligned_block_size", 4_096, LARGEST),
							IndexParameter.flag("mh_lsh_shared_bloom_filter"),
							IndexParameter.number("mh_lsh_bloom_false_positive_prob", 0, 1), RAW));
			case SPARSE_INVERTED_INDEX, SPARSE_WAND ->
				new IndexRule(Set.of(FieldType.SPARSE_FLOAT_VECTOR), SPARSE_METRICS, with(BM25));
			case TRIE -> scalar(Set.of(FieldType.VARCHAR), List.of());
			case NGRAM -> scalar(Set.of(FieldType.VARCHAR, FieldType.JSON),
					List.of(IndexParameter.whole("min_gram", 1, LARGEST).require(),
							IndexParameter.whole("max_gram", 1, LARGEST).require()));
			case RTREE -> scalar(Set.of(FieldType.GEOMETRY), List.of());
			case STL_SORT ->
				scalar(union(NUMBERS, Set.of(FieldType.VARCHAR, FieldType.TIMESTAMPTZ, FieldType.JSON)), List.of());
			case INVERTED ->
				scalar(union(NUMBERS, Set.of(FieldType.BOOL, FieldType.VARCHAR, FieldType.ARRAY, FieldType.JSON)),
						List.of(CAST_FUNCTION));
			case BITMAP -> scalar(
					Set.of(FieldType.BOOL, FieldType.INT8, FieldType.INT16, FieldType.INT32, FieldType.INT64,
							FieldType.VARCHAR, FieldType.ARRAY, FieldType.JSON),
					List.of(IndexParameter.whole("bitmap_cardinality_limit", 1, 1_000)));
		};
	}

	private static IndexRule dense(List<IndexParameter> parameters) {
		return new IndexRule(DENSE, DENSE_METRICS, with(parameters));
	}

	private static IndexRule binary(Set<Metric> metrics, List<IndexParameter> parameters) {
		return new IndexRule(Set.of(FieldType.BINARY_VECTOR), metrics, with(parameters));
	}

	private static IndexRule scalar(Set<FieldType> fields, List<IndexParameter> parameters) {
		return new IndexRule(fields, Set.of(), with(parameters));
	}

	private static List<IndexParameter> with(List<IndexParameter> some, IndexParameter... more) {
		List<IndexParameter> all = new ArrayList<>(some);
		all.addAll(List.of(more));
		if (!all.contains(MMAP)) {
			all.add(MMAP);
		}
		return List.copyOf(all);
	}

	private static <T> Set<T> union(Set<T> some, Set<T> more) {
		List<T> all = new ArrayList<>(some);
		all.addAll(more);
		return Set.copyOf(all);
	}

	/**
	 * Checks whether a field can have an index.
	 * @param type the type of the index
	 * @param field the field
	 * @param metric the metric, {@code null} for a scalar field
	 * @return the reason why not, {@code null} when the field can have the index
	 */
	static @Nullable String unsuited(IndexType type, FieldSchema field, @Nullable Metric metric) {
		IndexRule rule = of(type);
		FieldType fieldType = field.type();
		if (!rule.fields.contains(fieldType) || (type == IndexType.BITMAP && !hasBits(field))) {
			return "the index " + type + ", which is not made of " + field.describeType() + ": write one of "
					+ suiting(field);
		}
		boolean vector = fieldType.isVector() || fieldType == FieldType.ARRAY_OF_VECTOR;
		if (vector && metric == null) {
			return "the index " + type + " without a metric: write metric = Metric.…";
		}
		if (!vector && metric != null) {
			return "an index with the metric " + metric + " but no vector: leave the metric out";
		}
		return (metric != null && !metricsOf(fieldType).contains(metric)
				|| metric != null && !rule.metrics.contains(metric))
						? "the index " + type + " with the metric " + metric + ": write one of "
								+ metricsOf(fieldType).stream().filter(rule.metrics::contains).sorted().toList()
						: null;
	}

	private static boolean hasBits(FieldSchema field) {
		FieldType element = field.elementType();
		boolean fraction = element == FieldType.FLOAT || element == FieldType.DOUBLE;
		return !field.primaryKey() && !fraction;
	}

	private static Set<Metric> metricsOf(FieldType type) {
		return switch (type) {
			case BINARY_VECTOR -> union(BINARY_METRICS, Set.of(Metric.MHJACCARD));
			case SPARSE_FLOAT_VECTOR -> SPARSE_METRICS;
			case ARRAY_OF_VECTOR -> LIST_METRICS;
			default -> DENSE_METRICS;
		};
	}

	private static List<IndexType> suiting(FieldSchema field) {
		return java.util.Arrays.stream(IndexType.values())
			.filter((type) -> of(type).fields.contains(field.type()))
			.filter((type) -> type != IndexType.BITMAP || hasBits(field))
			.toList();
	}

	/**
	 * Checks the names, types and ranges of parameters.
	 * @param type the type of the index
	 * @param values the parameters
	 * @return all problems, empty when there are none
	 */
	public static List<String> problems(IndexType type, Map<String, String> values) {
		List<String> problems = new ArrayList<>();
		List<IndexParameter> known = of(type).parameters;
		values.forEach((name, value) -> {
			IndexParameter parameter = known.stream().filter((one) -> one.name().equals(name)).findFirst().orElse(null);
			String problem = (parameter != null) ? parameter.problemOf(value) : null;
			if (parameter == null) {
				problems.add("the unknown parameter '" + name + "' of the index " + type + ": it has "
						+ new TreeSet<>(known.stream().map(IndexParameter::name).toList())
						+ "; extraParams passes on any other");
			}
			else if (problem != null) {
				problems.add("the parameter " + name + "=" + value + " of the index " + type + ": " + problem);
			}
		});
		for (IndexParameter parameter : known) {
			if (parameter.required() && !values.containsKey(parameter.name())) {
				problems.add("the index " + type + " without " + parameter.name() + ": add params = \""
						+ parameter.name() + "=…\"");
			}
		}
		if (problems.isEmpty() && type == IndexType.NGRAM
				&& Long.parseLong(values.get("min_gram")) > Long.parseLong(values.get("max_gram"))) {
			problems.add("the index NGRAM with min_gram above max_gram: write min_gram=2, max_gram=3, for example");
		}
		return problems;
	}

}
