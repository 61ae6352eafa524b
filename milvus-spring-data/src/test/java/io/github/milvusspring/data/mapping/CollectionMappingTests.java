package io.github.milvusspring.data.mapping;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.JsonCastType;
import io.github.milvusspring.data.model.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.data.annotation.Id;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What annotations say of a collection, its indexes, functions and analyzers.
 */
class CollectionMappingTests {

	private final MilvusMappingContext context = new MilvusMappingContext();

	@Test
	void settingsOfTheCollection() {
		CollectionSchema events = schema(Event.class);
		assertThat(events.description()).isEqualTo("What happened");
		assertThat(events.shards()).isEqualTo(2);
		assertThat(events.partitions()).isEqualTo(64);
		assertThat(events.consistency()).isEqualTo(ConsistencyLevel.STRONG);
		assertThat(events.properties()).containsOnly(Map.entry("collection.ttl.seconds", "2592000"),
				Map.entry("mmap.enabled", "true"), Map.entry("partitionkey.isolation", "true"));
		assertThat(events.field("day").clusteringKey()).isTrue();
		assertThat(events.field("tenant").clusteringKey()).isFalse();
	}

	@Test
	void serverDefaultsOfTheCollection() {
		CollectionSchema plain = schema(Plain.class);
		assertThat(plain.shards()).isZero();
		assertThat(plain.partitions()).isZero();
		assertThat(plain.consistency()).isNull();
		assertThat(plain.properties()).isEmpty();
		assertThat(plain.indexes()).containsExactly(IndexSchema.auto("vector", Metric.COSINE));
	}

	@Test
	void indexesOfEveryKind() {
		CollectionSchema places = schema(Place.class);
		assertThat(places.indexes()).containsExactlyInAnyOrder(
				new IndexSchema("by_vector", "vector", IndexType.HNSW, Metric.IP,
						Map.of("M", "16", "efConstruction", "200", "experimental", "on")),
				new IndexSchema("name", "name", IndexType.NGRAM, null, Map.of("min_gram", "2", "max_gram", "3")),
				new IndexSchema("stars", "stars", IndexType.STL_SORT, null, Map.of()),
				IndexSchema.json("address", "city", JsonCastType.VARCHAR),
				IndexSchema.json("address", "geo.zip", JsonCastType.DOUBLE));
	}

	@Test
	void fullTextHasAFunctionAFieldAndAnIndex() {
		CollectionSchema articles = schema(Article.class);
		assertThat(articles.fields()).extracting(FieldSchema::name)
			.containsExactly("id", "title", "body", "language", "vector", "title_sparse", "words");
		assertThat(articles.functions()).containsExactly(
				new FunctionSchema("title_sparse_bm25", FunctionType.BM25, List.of("title"), List.of("title_sparse"),
						Map.of()),
				new FunctionSchema("words_bm25", FunctionType.BM25, List.of("body"), List.of("words"), Map.of()),
				new FunctionSchema("vector_text_embedding", FunctionType.TEXT_EMBEDDING, List.of("body"),
						List.of("vector"), Map.of("provider", "openai", "model_name", "small", "credential", "key")));
		assertThat(articles.field("words").functionOutput()).isTrue();
		assertThat(articles.indexes("words")).containsExactly(new IndexSchema("words", "words",
				IndexType.SPARSE_INVERTED_INDEX, Metric.BM25, Map.of("bm25_k1", "1.5", "bm25_b", "0.5")));
		assertThat(articles.indexes("title_sparse").get(0).parameters()).isEmpty();
	}

	@Test
	void propertiesAreThoseThatEntitiesHold() {
		assertThat(this.context.entity(Article.class).getProperties())
			.extracting(MilvusPersistentProperty::getFieldName)
			.containsExactly("id", "title", "body", "language", "vector");
	}

	@Test
	void aVectorThatTheServerMakesMayBeNullAndIsNotNullable() {
		FieldSchema vector = schema(Article.class).field("vector");
		assertThat(vector.functionOutput()).isTrue();
		assertThat(vector.nullable()).isFalse();
		assertThat(this.context.entity(Article.class).requireProperty("vector").getFieldSchema()).isEqualTo(vector);
	}

	@Test
	void analyzersByNameByPartsAndByLanguage() {
		CollectionSchema articles = schema(Article.class);
		AnalyzerSchema title = articles.field("title").analyzer();
		assertThat(title.match()).isTrue();
		assertThat(title.parametersAsJson()).isEqualTo("{\"stop_words\":[\"of\"],\"type\":\"english\"}");
		AnalyzerSchema body = articles.field("body").analyzer();
		assertThat(body.match()).isFalse();
		assertThat(body.byLanguageAsJson()).isEqualTo("{\"alias\":{\"zh\":\"chinese\"},\"analyzers\":{"
				+ "\"chinese\":{\"type\":\"chinese\"},\"default\":{\"filter\":[\"lowercase\"],\"tokenizer\":\"icu\"}},"
				+ "\"by_field\":\"language\"}");
		AnalyzerSchema language = articles.field("language").analyzer();
		assertThat(language.match()).isTrue();
		assertThat(language.parametersAsJson()).isEqualTo("{\"tokenizer\":\"whitespace\"}");
	}

	@Test
	void textAloneIsEnoughForACollection() {
		assertThat(schema(TextOnly.class).vectorFields()).extracting(FieldSchema::name).containsExactly("text_sparse");
	}

	@Test
	void everythingThatIsWrongIsToldAtOnce() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> schema(Wrong.class))
			.withMessageContainingAll("has the ttl 'soon'", "30d", "\"mmap\": write \"name=value\"",
					"partitions = 4 and no @PartitionKey", "property 'vector' has the index TRIE", "FLOAT_VECTOR(2)",
					"property 'name' has the index HNSW", "unknown parameter 'size'", "efConstruction",
					"property 'name' has the parameter M=1 ", "property 'count' has @FullText and is INT32",
					"property 'count' has @MilvusIndex with a path",
					"property 'note' has @Analyzer, which nothing uses",
					"property 'map' has @MilvusIndex on JSON without path and castType",
					"property 'made' has @TextEmbeddingFunction(from = \"count\")", "provider = \"openai\"",
					"property 'text' has @Analyzer(\"english\") with a tokenizer",
					"has 2 properties for the field 'note'", "has several @ClusteringKey");
	}

	@Test
	void analyzersThatCannotBeReadAreTold() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> schema(WrongAnalyzers.class))
			.withMessageContainingAll("property 'a' has @Analyzer(params = …), which is not a JSON object",
					"property 'b' has @Analyzer with params and other attributes",
					"property 'c' has @Analyzer with the languages [english]", "name = \"default\"",
					"property 'c' has @Analyzer(byField = \"\")",
					"property 'd' has @Analyzer(byField = …) without languages");
	}

	@Test
	void oneIndexOfEachFieldAndPath() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> schema(Twice.class))
			.withMessageContainingAll("has 2 indexes of 'vector'", "has 2 indexes of 'map[\"a\"]'",
					"has 2 indexes of the name 'same'");
	}

	private CollectionSchema schema(Class<?> type) {
		return this.context.entity(type).getCollection();
	}

	@MilvusEntity
	record Plain(@Id long id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity(description = "What happened", shards = 2, partitions = 64, consistency = ConsistencyLevel.STRONG,
			ttl = "30d", mmap = true, properties = "partitionkey.isolation=true")
	record Event(@Id long id, @PartitionKey String tenant, @ClusteringKey int day,
			@VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record Place(@Id long id, @MilvusIndex(type = IndexType.NGRAM, params = {
			"min_gram=2", "max_gram=3" }) String name, @MilvusIndex(type = IndexType.STL_SORT) int stars,
			@MilvusIndex(type = IndexType.INVERTED, path = "city", castType = JsonCastType.VARCHAR) @MilvusIndex(
					type = IndexType.INVERTED, path = "geo.zip",
					castType = JsonCastType.DOUBLE) Map<String, Object> address,
			@MilvusIndex(name = "by_vector", type = IndexType.HNSW, metric = Metric.IP,
					params = { "M=16", "efConstruction=200" },
					extraParams = "experimental=on") @VectorField(dimension = 2) float[] vector){
	}

	@MilvusEntity
	record Article(@Id long id, @FullText(match = true) @Analyzer(value = "english", stopWords = "of") String title,
			@FullText(field = "words", k1 = 1.5, b = 0.5) @Analyzer(byField = "language", languages = {
					@Analyzer.Language(name = "chinese", value = "chinese", aliases = "zh"),
					@Analyzer.Language(name = "default", tokenizer = "icu", filters = "lowercase") }) String body,
			@Analyzer(match = true, params = "{\"tokenizer\": \"whitespace\"}") String language,
			@TextEmbeddingFunction(from = "body", provider = "openai", model = "small",
					params = "credential=key") @VectorField(dimension = 4) float @Nullable [] vector){
	}

	@MilvusEntity
	record TextOnly(@Id long id, @FullText String text) {
	}

	@MilvusEntity(ttl = "soon", partitions = 4, properties = "mmap")
	record Wrong(@Id long id, @MilvusIndex(type = IndexType.TRIE) @VectorField(dimension = 2) float[] vector,
			@MilvusIndex(type = IndexType.HNSW, params = {
					"M=1", "size=3" }) @ClusteringKey String name,
			@FullText @ClusteringKey @MilvusIndex(type = IndexType.INVERTED, path = "a",
					castType = JsonCastType.BOOL) int count,
			@Analyzer("english") String note, @MilvusIndex(type = IndexType.INVERTED) Map<String, Object> map,
			@TextEmbeddingFunction(from = "count", provider = "") @VectorField(dimension = 2) float[] made,
			@FullText(field = "note") @Analyzer(value = "english", tokenizer = "icu") String text){
	}

	@MilvusEntity
	record WrongAnalyzers(@Id long id, @VectorField(dimension = 2) float[] vector,
			@Analyzer(match = true, params = "english") String a,
			@Analyzer(match = true, params = "{}", value = "english") String b,
			@Analyzer(match = true, languages = @Analyzer.Language(name = "english", value = "english")) String c,
			@Analyzer(match = true, byField = "b") String d) {
	}

	@MilvusEntity
	record Twice(@Id long id,
			@MilvusIndex(name = "one") @MilvusIndex(name = "two",
					type = IndexType.FLAT) @VectorField(dimension = 2) float[] vector,
			@MilvusIndex(type = IndexType.INVERTED, name = "same", path = "a",
					castType = JsonCastType.BOOL) @MilvusIndex(type = IndexType.INVERTED, name = "same", path = "a",
							castType = JsonCastType.BOOL) Map<String, Object> map) {
	}

}
