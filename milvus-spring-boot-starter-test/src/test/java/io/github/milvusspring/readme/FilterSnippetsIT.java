package io.github.milvusspring.readme;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.SpatialRelation;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the snippets that the page about filters shows.
 */
@DataMilvusTest
class FilterSnippetsIT {

	@Autowired
	private MilvusOperations template;

	@Test
	void products() {
		this.template.ensureCollection(Product.class);
		this.template.upsert(new Product("1", 9.5, List.of("a"), Map.of("color", "red"), new float[] { 1, 0, 0 }));
		this.template.upsert(new Product("2", 9.5, List.of("c"), Map.of("color", "red"), new float[] { 1, 0, 0 }));
		for (Filter filter : List.of(continued(), typed())) {
			assertThat(this.template.query(FilterQuery.of(filter), Product.class)).extracting(Product::id)
				.containsExactly("1");
		}
	}

	private static Filter continued() {
		Filter filter = Filter.where("price").lt(10).and("tags").containsAny("a", "b");
		return filter;
	}

	private static Filter typed() {
		Filter filter = Filter.where(Product::price)
			.lt(10)
			.and(Filter.where("meta.color").is("red").and(Product::tags).contains("a"));
		return filter;
	}

	@Test
	void everyExpressionIsWrittenAsThePageSays() {
		assertThat(expressions()).extracting(Filter::toString)
			.containsExactly("price * 2 < 10", "created + INTERVAL 'P3D' < ISO '2026-01-01T00:00:00Z'",
					"st_within(area, \"POLYGON ((0 0, 9 0, 9 9, 0 0))\")",
					"MATCH_LEAST(chunks, $[page] > 1 and $[text] >= \"Red\" and $[text] < \"Ree\", threshold=2)",
					"price < 10 and random_sample(0.1)");
	}

	private static List<Filter> expressions() {
		Filter cheap = Filter.where("price").multiply(2).lt(10);
		Filter early = Filter.where("created").plus(Duration.ofDays(3)).lt(Instant.parse("2026-01-01T00:00:00Z"));
		Filter near = Filter.where("area").spatial(SpatialRelation.WITHIN, "POLYGON ((0 0, 9 0, 9 9, 0 0))");
		Filter red = Filter.where("chunks").atLeast(2, Filter.where("page").gt(1).and("text").like("Red%"));
		Filter some = Filter.where("price").lt(10).and(Filter.randomSample(0.1));
		return List.of(cheap, early, near, red, some);
	}

	@MilvusEntity("filtered_products")
	record Product(@Id String id, double price, List<String> tags, Map<String, Object> meta,
			@VectorField(dimension = 3) float[] embedding) {
	}

}
