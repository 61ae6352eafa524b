package io.github.milvusspring.data.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.mapping.DynamicFields;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Fields that the collection does not declare, in a map of the entity.
 */
class DynamicFieldsIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void dynamicFieldsAreWrittenAndReadBack() {
		Map<String, Object> extra = new HashMap<>(
				Map.of("color", "red", "size", 3, "deep", Map.of("a", List.of(1, "b")), "flag", true));
		extra.put("nothing", null);
		template().insert(item(1, extra));
		assertThat(find(1).extra()).isEqualTo(extra);
		assertThat(find(1).name()).isEqualTo("n");
		assertThat(template().search(VectorQuery.of(1, 0).withLimit(1), Item.class))
			.allSatisfy((hit) -> assertThat(hit.getContent().extra()).isEqualTo(extra));
		assertThat(template().rows("items").findAllById(List.of(1)).get(0)).containsEntry("color", "red")
			.containsEntry("title", "n");
	}

	@Test
	void noDynamicFieldsAreAnEmptyMap() {
		template().insertAll(List.of(item(1, null), item(2, Map.of())));
		assertThat(find(1).extra()).isEmpty();
		assertThat(find(2).extra()).isEmpty();
		assertThat(template().count(Filter.all(), Item.class)).isEqualTo(2);
	}

	@Test
	void anUpsertReplacesDynamicFields() {
		template().upsert(item(1, Map.of("color", "red", "size", 3)));
		template().upsert(item(1, Map.of("size", 4)));
		assertThat(find(1).extra()).isEqualTo(Map.of("size", 4));
		template().upsertAll(List.of(item(1, null)));
		assertThat(find(1).extra()).isEmpty();
	}

	@Test
	void aPartialUpdateKeepsTheKeysItDoesNotName() {
		template().insert(item(1, Map.of("color", "red", "size", 3)));
		template().update(Update.of(1).set("color", "blue").set("extra.weight", 2.5), Item.class);
		assertThat(find(1).extra()).isEqualTo(Map.of("color", "blue", "size", 3, "weight", 2.5));
		template().update(new Item(1, null, Map.of("color", "green"), null));
		assertThat(find(1).extra()).isEqualTo(Map.of("color", "green", "size", 3, "weight", 2.5));
		template().update(item(1, Map.of("color", "black", "size", 9)), "size");
		assertThat(find(1).extra()).containsEntry("color", "green").containsEntry("size", 9);
		template().rows("items").update(Map.of("id", 1, "size", 1));
		assertThat(find(1).extra()).containsEntry("color", "green").containsEntry("size", 1);
		assertThat(find(1).name()).isEqualTo("n");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().update(Update.of(1).set("extra", Map.of()), Item.class))
			.withMessageContaining("extra.");
	}

	@Test
	void filtersNameDynamicFields() {
		template().insertAll(
				List.of(item(1, Map.of("color", "red", "size", 3)), item(2, Map.of("color", "blue")), item(3, null)));
		assertThat(keys(Filter.where("color").is("red"))).containsExactly(1L);
		assertThat(keys(Filter.where("extra.color").is("blue"))).containsExactly(2L);
		assertThat(keys(Filter.where("size").gt(2).and(Filter.where("name").is("n")))).containsExactly(1L);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> keys(Filter.where("no such").is(1)));
	}

	@Test
	void someDynamicFieldsCanBeAskedFor() {
		template().insert(item(1, Map.of("color", "red", "size", 3)));
		ReadOptions color = ReadOptions.DEFAULT.withOutputFields("extra.color");
		assertThat(template().findById(1, Item.class, color).extra()).isEqualTo(Map.of("color", "red"));
		ReadOptions all = ReadOptions.DEFAULT.withOutputFields("extra");
		assertThat(template().findById(1, Item.class, all).extra()).hasSize(2);
	}

	@Test
	void aKeyOfADeclaredFieldIsRefused() {
		for (String key : List.of("name", "title", "id")) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> template().insert(item(1, Map.of(key, 1))))
				.withMessageContaining("'" + key + "'")
				.withMessageContaining("Nothing was written");
		}
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> template().insert(item(1, Map.of("$meta", 1))))
			.withMessageContaining("$meta");
		assertThat(template().count(Filter.all(), Item.class)).isZero();
	}

	@Test
	void whatCannotHoldDynamicFieldsIsToldAtStartUp() {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> new MilvusMappingContext().entity(Wrong.class))
			.withMessageContaining("several @DynamicFields properties, [first, second]")
			.withMessageContaining("write Map<String, Object>");
	}

	private List<Long> keys(Filter filter) {
		return template().query(FilterQuery.of(filter), Item.class).stream().map(Item::id).sorted().toList();
	}

	private Item find(long id) {
		return template().findById(id, Item.class);
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	private static Item item(long id, @Nullable Map<String, Object> extra) {
		return new Item(id, "n", extra, new float[] { 1, 0 });
	}

	@MilvusEntity("items")
	record Item(@Id long id, @MilvusField("title") String name, @DynamicFields @Nullable Map<String, Object> extra,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity
	record Wrong(@Id long id, @DynamicFields Map<String, Object> first, @DynamicFields Map<String, String> second,
			@VectorField(dimension = 2) float[] embedding) {
	}

}
