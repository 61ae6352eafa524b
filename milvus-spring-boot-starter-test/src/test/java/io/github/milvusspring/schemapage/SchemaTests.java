package io.github.milvusspring.schemapage;

import java.util.Map;

import io.github.milvusspring.data.admin.SchemaPlan;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.Analyzer;
import io.github.milvusspring.data.mapping.ClusteringKey;
import io.github.milvusspring.data.mapping.FullText;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusIndex;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.PartitionKey;
import io.github.milvusspring.data.mapping.TextEmbeddingFunction;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.IndexType;
import io.github.milvusspring.data.model.JsonCastType;
import io.github.milvusspring.data.model.Metric;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about schemas, compiled; apart from the other pages, whose application creates
 * the collection of every entity beside it on Milvus Lite.
 */
class SchemaTests {

	private static final Logger log = LoggerFactory.getLogger(SchemaTests.class);

	private final MilvusMappingContext mappingContext = new MilvusMappingContext();

	@Test
	void whatThePageDeclaresIsRight() {
		assertThat(schema(Event.class).partitions()).isEqualTo(64);
		assertThat(schema(Place.class).indexes()).hasSize(5);
		assertThat(schema(Article.class).functions()).hasSize(3);
	}

	@Test
	void indexesByProgram() {
		IndexSchema byVector = IndexSchema.hnsw("embedding", Metric.COSINE, 16, 200);
		IndexSchema byCity = IndexSchema.json("address", "city", JsonCastType.VARCHAR);
		assertThat(byVector.type()).isEqualTo(IndexType.HNSW);
		assertThat(byCity.name()).isEqualTo("address_city");
	}

	void plan(MilvusOperations template) {
		SchemaPlan plan = template.collections().plan(Event.class);
		if (!plan.isEmpty() && plan.applicable()) {
			log.info(plan.toString());
			template.collections().update(Event.class, false);
		}
	}

	private CollectionSchema schema(Class<?> type) {
		return this.mappingContext.entity(type).getCollection();
	}

	// @formatter:off
	@MilvusEntity(value = "events", description = "What happened", shards = 2, partitions = 64,
			consistency = ConsistencyLevel.STRONG, ttl = "30d", mmap = true,
			properties = "partitionkey.isolation=true")
	record Event(@Id long id, @PartitionKey String tenant, @ClusteringKey int day,
			@VectorField(dimension = 4) float[] embedding) {
	}

	@MilvusEntity("places")
	record Place(@Id long id,
			@MilvusIndex(type = IndexType.NGRAM, params = { "min_gram=2", "max_gram=3" }) String name,
			@MilvusIndex(type = IndexType.STL_SORT) int stars,
			@MilvusIndex(type = IndexType.INVERTED, path = "city", castType = JsonCastType.VARCHAR)
			@MilvusIndex(type = IndexType.INVERTED, path = "geo.zip", castType = JsonCastType.DOUBLE)
			Map<String, Object> address,
			@MilvusIndex(type = IndexType.HNSW, params = { "M=16", "efConstruction=200" })
			@VectorField(dimension = 4) float[] embedding) {
	}

	@MilvusEntity("articles")
	record Article(@Id long id,
			@FullText(match = true) @Analyzer(value = "english", stopWords = "of") String title,
			@FullText(field = "words", k1 = 1.2, b = 0.75)
			@Analyzer(byField = "language", languages = {
					@Analyzer.Language(name = "chinese", value = "chinese", aliases = "zh"),
					@Analyzer.Language(name = "default", tokenizer = "icu", filters = "lowercase") })
			String body,
			String language,
			@TextEmbeddingFunction(from = "body", provider = "openai", model = "text-embedding-3-small")
			@VectorField(dimension = 1536) float @Nullable [] embedding) {
	}
	// @formatter:on

}
