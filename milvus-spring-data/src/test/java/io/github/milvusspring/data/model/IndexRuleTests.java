package io.github.milvusspring.data.model;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What each type of index takes: parameters by name, type and range, and fields.
 */
class IndexRuleTests {

	@ParameterizedTest
	@CsvSource({ "IVF_FLAT, nlist, 1, 65536, 0, 65537", "IVF_SQ8, nlist, 1, 65536, 0, 65537",
			"IVF_RABITQ, nlist, 1, 65536, 0, 65537", "SCANN, sub_dim, 1, 65536, 0, 65537",
			"SCANN, with_raw_data, true, false, 1, yes", "HNSW, M, 2, 2048, 1, 2049",
			"HNSW, efConstruction, 1, 2147483647, 0, 2147483648", "HNSW_SQ, sq_type, SQ8, bf16, SQ9, 8",
			"HNSW_SQ, refine_type, FP32, sq6, FP64, 1", "HNSW_PQ, nbits, 1, 24, 0, 25", "HNSW_PQ, m, 1, 65536, 0, -1",
			"HNSW_PRQ, nrq, 1, 64, 0, 65", "DISKANN, max_degree, 1, 2048, 0, 2049",
			"DISKANN, pq_code_budget_gb_ratio, 0, 0.125, -0.1, x", "AISAQ, inline_pq, 0, 2048, -2, 2049",
			"GPU_IVF_FLAT, nlist, 1, 65536, 0, 65537", "GPU_IVF_PQ, nbits, 4, 8, 3, 9",
			"GPU_CAGRA, build_algo, IVF_PQ, NN_DESCENT, HNSW, ''", "GPU_CAGRA, graph_degree, 1, 64, 0, 1.5",
			"BIN_IVF_FLAT, nlist, 1, 65536, 0, 65537", "MINHASH_LSH, mh_lsh_band, 1, 128, 0, x",
			"SPARSE_INVERTED_INDEX, drop_ratio_build, 0, 1, -0.1, 1.1",
			"SPARSE_INVERTED_INDEX, inverted_index_algo, DAAT_WAND, TAAT_NAIVE, WAND, 1",
			"SPARSE_WAND, bm25_b, 0, 1, -1, 2", "SPARSE_INVERTED_INDEX, bm25_k1, 0, 2.5, -1, x",
			"BITMAP, bitmap_cardinality_limit, 1, 1000, 0, 1001",
			"INVERTED, json_cast_function, STRING_TO_DOUBLE," + " string_to_double, TO_DOUBLE, 1" })
	void aParameterIsInItsRange(IndexType type, String name, String least, String most, String below, String above) {
		assertThat(IndexRule.problems(type, Map.of(name, least))).isEmpty();
		assertThat(IndexRule.problems(type, Map.of(name, most))).isEmpty();
		assertThat(IndexRule.problems(type, Map.of(name, below))).singleElement()
			.asString()
			.contains(name + "=" + below, type.name(), "write " + name + "=");
		assertThat(IndexRule.problems(type, Map.of(name, above))).singleElement()
			.asString()
			.contains(name + "=" + above, type.name(), "write " + name + "=");
	}

	@ParameterizedTest
	@EnumSource(IndexType.class)
	void anUnknownParameterIsRefusedWithTheKnownOnes(IndexType type) {
		assertThat(IndexRule.problems(type, Map.of("efconstruction", "64"))).anySatisfy((problem) -> assertThat(problem)
			.contains("unknown parameter 'efconstruction'", type.name(), "mmap.enabled", "extraParams"));
	}

	@ParameterizedTest
	@EnumSource(IndexType.class)
	void everyTypeIsMappedFromDiskWhenAsked(IndexType type) {
		assertThat(IndexRule.of(type).parameters()).extracting(IndexParameter::name).contains("mmap.enabled");
	}

	@ParameterizedTest
	@CsvSource({ "IVF_PQ, m", "NGRAM, min_gram", "NGRAM, max_gram" })
	void whatTheServerNeedsIsAskedFor(IndexType type, String name) {
		assertThat(IndexRule.problems(type, Map.of()))
			.anySatisfy((problem) -> assertThat(problem).contains("without " + name));
	}

	@Test
	void piecesOfTextsGoFromFewToMany() {
		assertThat(IndexRule.problems(IndexType.NGRAM, Map.of("min_gram", "3", "max_gram", "2"))).singleElement()
			.asString()
			.contains("min_gram above max_gram");
		assertThat(IndexRule.problems(IndexType.NGRAM, Map.of("min_gram", "2", "max_gram", "3"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "HNSW, FLOAT_VECTOR, COSINE", "HNSW, INT8_VECTOR, L2", "DISKANN, BFLOAT16_VECTOR, IP",
			"BIN_FLAT, BINARY_VECTOR, HAMMING", "MINHASH_LSH, BINARY_VECTOR, MHJACCARD",
			"SPARSE_INVERTED_INDEX, SPARSE_FLOAT_VECTOR, BM25", "HNSW, ARRAY_OF_VECTOR, MAX_SIM_COSINE",
			"AUTOINDEX, SPARSE_FLOAT_VECTOR, IP", "TRIE, VARCHAR,", "NGRAM, VARCHAR,", "NGRAM, JSON,",
			"RTREE, GEOMETRY,", "STL_SORT, INT64,", "STL_SORT, TIMESTAMPTZ,", "INVERTED, JSON,", "INVERTED, ARRAY,",
			"BITMAP, BOOL,", "AUTOINDEX, VARCHAR," })
	void anIndexSuitsItsFields(IndexType type, FieldType field, Metric metric) {
		assertThat(IndexRule.unsuited(type, field(field), metric)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "HNSW, VARCHAR,", "TRIE, FLOAT_VECTOR, L2", "BIN_FLAT, FLOAT_VECTOR, HAMMING",
			"SPARSE_INVERTED_INDEX, FLOAT_VECTOR, IP", "RTREE, JSON,", "STL_SORT, BOOL,", "BITMAP, DOUBLE,",
			"INVERTED, GEOMETRY,", "INVERTED, TIMESTAMPTZ,", "BITMAP, TIMESTAMPTZ,", "NGRAM, INT64,",
			"IVF_FLAT, BINARY_VECTOR, HAMMING" })
	void anIndexDoesNotSuitOtherFields(IndexType type, FieldType field, Metric metric) {
		assertThat(IndexRule.unsuited(type, field(field), metric)).contains(type.name(), field.name(), "write one of");
	}

	@ParameterizedTest
	@CsvSource({ "HNSW, FLOAT_VECTOR, HAMMING, IP", "MINHASH_LSH, BINARY_VECTOR, JACCARD, MHJACCARD",
			"SPARSE_INVERTED_INDEX, SPARSE_FLOAT_VECTOR, COSINE, BM25", "AUTOINDEX, FLOAT_VECTOR, BM25, COSINE" })
	void aMetricSuitsTheField(IndexType type, FieldType field, Metric metric, String advice) {
		assertThat(IndexRule.unsuited(type, field(field), metric)).contains(metric.name(), advice);
	}

	@Test
	void anIndexOfVectorsThatTheServerChoosesHasNoParameters() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> IndexSchema.of("v", IndexType.AUTOINDEX, Metric.L2, Map.of("mmap.enabled", "true")))
			.withMessageContaining("the server chooses");
		IndexSchema index = new IndexSchema("v", "v", IndexType.AUTOINDEX, Metric.L2, Map.of("mmap.enabled", "true"));
		assertThat(index.unsuited(field(FieldType.FLOAT_VECTOR))).contains("AUTOINDEX", "[mmap.enabled]",
				"name the type of the index, or leave them out");
	}

	@Test
	void aVectorNeedsAMetricAndAScalarHasNone() {
		assertThat(IndexRule.unsuited(IndexType.HNSW, field(FieldType.FLOAT_VECTOR), null))
			.contains("without a metric");
		assertThat(IndexRule.unsuited(IndexType.TRIE, field(FieldType.VARCHAR), Metric.L2)).contains("no vector");
	}

	@Test
	void bitmapsAreNotMadeOfKeysAndFractions() {
		FieldSchema key = FieldSchema.of("id", FieldType.INT64).primaryKey(true).build();
		FieldSchema ratings = FieldSchema.of("r", FieldType.ARRAY).elementType(FieldType.FLOAT).build();
		assertThat(IndexRule.unsuited(IndexType.BITMAP, key, null)).contains("INVERTED").doesNotContain("BITMAP]");
		assertThat(IndexRule.unsuited(IndexType.BITMAP, ratings, null)).contains("INVERTED");
	}

	@Test
	void factoriesCheck() {
		assertThat(IndexSchema.hnsw("v", Metric.L2, 16, 200).parameters()).containsOnly(Map.entry("M", "16"),
				Map.entry("efConstruction", "200"));
		assertThatIllegalArgumentException().isThrownBy(() -> IndexSchema.hnsw("v", Metric.L2, 1, 200))
			.withMessageContainingAll("'v'", "M=1", "from 2 to 2048");
		assertThatIllegalArgumentException().isThrownBy(() -> IndexSchema.ngram("t", 3, 2))
			.withMessageContaining("min_gram above max_gram");
	}

	@Test
	void aPathIsWrittenAsMilvusDoes() {
		assertThat(IndexSchema.json("m", "a.b", JsonCastType.DOUBLE)).satisfies((index) -> {
			assertThat(index.name()).isEqualTo("m_a_b");
			assertThat(index.target()).isEqualTo("m[\"a\"][\"b\"]");
		});
		assertThat(IndexSchema.json("m", "[\"a.b\"][0]", JsonCastType.DOUBLE)).satisfies((index) -> {
			assertThat(index.name()).isEqualTo("m_a_b_0");
			assertThat(index.path()).isEqualTo("m[\"a.b\"][0]");
		});
	}

	private static FieldSchema field(FieldType type) {
		return FieldSchema.of("f", type).elementType((type == FieldType.ARRAY) ? FieldType.INT64 : null).build();
	}

}
