package io.github.milvusspring.readme;

import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.mapping.DynamicFields;
import io.github.milvusspring.data.mapping.GeneratedKey;
import io.github.milvusspring.data.mapping.KeyStrategy;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs the snippets of the page about writing.
 */
@DataMilvusTest
class WritingIT {

	@Autowired
	private MilvusOperations template;

	@Test
	void updates() {
		Product product = new Product("1", "Chair", 20, "old", List.of("wood"), new float[] { 1, 0 });
		this.template.insert(product);
		update(this.template, new Product("1", "Armchair", 25, null, List.of(), new float[] { 0, 1 }));
		assertThat(this.template.findById("1", Product.class)).satisfies((found) -> {
			assertThat(found.name()).isEqualTo("Armchair");
			assertThat(found.price()).isEqualTo(30);
			assertThat(found.note()).isNull();
			assertThat(found.tags()).containsExactly("wood");
		});
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> arrays(this.template))
			.withMessageContaining("2.6.17");
	}

	private static void update(MilvusOperations template, Product product) {
		template.update(product, "name", "price");
		template.update(product, PropertySelection.of(Product::name, Product::price));
		template.update(Update.of("1").set(Product::price, 30.0).setNull("note"), Product.class);
		template.rows("products").update(Map.of("id", "1", "price", 30.0));
	}

	private static void arrays(MilvusOperations template) {
		template.update(Update.of("1").append("tags", "sale", "garden"), Product.class);
	}

	@Test
	void dynamicFieldsAndKeys() {
		Thing thing = this.template.insert(new Thing(null, Map.of("color", "red"), new float[] { 1, 0 })).rows().get(0);
		assertThat(thing.id()).hasSize(26);
		assertThat(find(this.template)).extracting(Thing::id).containsExactly(thing.id());
	}

	private static List<Thing> find(MilvusOperations template) {
		return template.query(FilterQuery.of(Filter.where("color").is("red")), Thing.class);
	}

	@MilvusEntity("products")
	record Product(@Id String id, String name, double price, @Nullable String note, List<String> tags,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("things")
	record Thing(@Id @GeneratedKey(KeyStrategy.ULID) @Nullable String id, @DynamicFields Map<String, Object> extra,
			@VectorField(dimension = 2) float[] embedding) {
	}

}
