package io.github.milvusspring.data.repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import io.github.milvusspring.data.core.KotlinSuspending;
import io.github.milvusspring.data.mapping.DynamicFields;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.annotation.Id;
import org.springframework.data.repository.core.support.PropertiesBasedNamedQueries;
import org.springframework.data.repository.query.Param;
import org.springframework.data.repository.query.QueryCreationException;
import org.springframework.data.repository.query.QueryLookupStrategy.Key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What a method's query cannot do is refused when its repository is created.
 */
class QueryMethodRefusalTests {

	private final RecordedOperations operations = new RecordedOperations();

	static Stream<Arguments> isRefusedAtStart() {
		return Stream.of(arguments(UnknownField.class, "no field 'prise'"),
				arguments(PropertyName.class, "no field 'unitPrice'; it has"),
				arguments(UnknownFieldInCall.class, "no field 'labels'"), arguments(KeyOfText.class, "has no keys"),
				arguments(OpenBracket.class, "ends too early"), arguments(TwoOperators.class, "'=='"),
				arguments(NoOperator.class, "'5'"), arguments(OpenText.class, "without an end"),
				arguments(Sql.class, "'='"), arguments(OrderOfTexts.class, "'amount' is stored as text"),
				arguments(OrderByName.class, "let a converter (MilvusCustomConversions) store it as a number"),
				arguments(OrderOfMoments.class, "'at' is stored as text"),
				arguments(BetweenByName.class, "'amount' is stored as text"),
				arguments(TwoPurposes.class, "several of count, exists and delete"),
				arguments(DeletingName.class, "says delete"), arguments(CountingName.class, "says count"),
				arguments(FilterOfSearch.class, "no field 'prise'"),
				arguments(KotlinSuspending.class, "is a suspending function"),
				arguments(MapOfRows.class, "returns Map, which rows of Item cannot become"));
	}

	@ParameterizedTest
	@MethodSource
	void isRefusedAtStart(Class<?> repository, String words) {
		assertThatExceptionOfType(QueryCreationException.class).isThrownBy(() -> this.operations.repository(repository))
			.withMessageContaining(words)
			.withMessageContaining(repository.getDeclaredMethods()[0].getName());
	}

	@ParameterizedTest
	@ValueSource(classes = { DynamicNames.class, EverySyntax.class, CountsNothing.class })
	void whatAServerMayTakeIsTaken(Class<?> repository) {
		assertThatCode(() -> this.operations.repository(repository)).doesNotThrowAnyException();
	}

	@Test
	void queriesAreLookedForWhereTheStrategySays() {
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> this.operations.factory(Key.CREATE, null).getRepository(Declared.class))
			.withMessageContainingAll("CREATE makes all queries from names", "declared");
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> this.operations.factory(Key.USE_DECLARED_QUERY, null).getRepository(Derived.class))
			.withMessageContainingAll("declares no query", "findByTitle");
		assertThat(this.operations.factory(Key.CREATE, null).getRepository(Derived.class)).isNotNull();
		assertThat(this.operations.factory(Key.USE_DECLARED_QUERY, null).getRepository(Declared.class)).isNotNull();
	}

	@Test
	void namedQueriesAreUsed() {
		Properties queries = new Properties();
		queries.setProperty("Item.findCheap", "unit_price < :max");
		Named named = this.operations.factory(null, new PropertiesBasedNamedQueries(queries))
			.getRepository(Named.class);
		named.findCheap(5);
		assertThat(this.operations.filter(Item.class)).isEqualTo("unit_price < 5");
		queries.setProperty("Item.findCheap", "no_such_field < :max");
		assertThatExceptionOfType(QueryCreationException.class)
			.isThrownBy(() -> this.operations.factory(null, new PropertiesBasedNamedQueries(queries))
				.getRepository(Named.class))
			.withMessageContainingAll("no field 'no_such_field'", "findCheap");
	}

	@MilvusEntity("items")
	record Item(@Id String id, String title, @MilvusField("unit_price") int unitPrice, BigDecimal amount,
			List<String> tags, Map<String, Object> meta, @MilvusField(type = FieldType.INT64) Instant at,
			@VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity("open_items")
	record OpenItem(@Id String id, String title, @DynamicFields Map<String, Object> extra,
			@VectorField(dimension = 2) float[] v) {
	}

	interface UnknownField extends MilvusRepository<Item, String> {

		@Query("prise < 5")
		List<Item> cheap();

	}

	interface PropertyName extends MilvusRepository<Item, String> {

		@Query("unitPrice < 5")
		List<Item> cheap();

	}

	interface UnknownFieldInCall extends MilvusRepository<Item, String> {

		@Query("array_contains(labels, :tag)")
		List<Item> tagged(@Param("tag") String tag);

	}

	interface KeyOfText extends MilvusRepository<Item, String> {

		@Query("title[\"a\"] == 1")
		List<Item> keyed();

	}

	interface OpenBracket extends MilvusRepository<Item, String> {

		@Query("(unit_price < 5")
		List<Item> open();

	}

	interface TwoOperators extends MilvusRepository<Item, String> {

		@Query("unit_price == == 5")
		List<Item> twice();

	}

	interface NoOperator extends MilvusRepository<Item, String> {

		@Query("unit_price 5")
		List<Item> none();

	}

	interface OpenText extends MilvusRepository<Item, String> {

		@Query("title == \"abc")
		List<Item> open();

	}

	interface Sql extends MilvusRepository<Item, String> {

		@Query("title = 'abc'")
		List<Item> sql();

	}

	interface OrderOfMoments extends MilvusRepository<Moment, String> {

		List<Moment> findByAtLessThan(Instant end);

	}

	@MilvusEntity
	record Moment(@Id String id, @MilvusField(type = FieldType.VARCHAR) Instant at,
			@VectorField(dimension = 2) float[] embedding) {
	}

	interface OrderOfTexts extends MilvusRepository<Item, String> {

		@Query("amount < :max")
		List<Item> cheap(@Param("max") BigDecimal max);

	}

	interface OrderByName extends MilvusRepository<Item, String> {

		List<Item> findByAmountLessThan(BigDecimal max);

	}

	interface BetweenByName extends MilvusRepository<Item, String> {

		List<Item> findByAmountBetween(BigDecimal min, BigDecimal max);

	}

	interface TwoPurposes extends MilvusRepository<Item, String> {

		@Query(value = "unit_price < 5", count = true, delete = true)
		long both();

	}

	interface DeletingName extends MilvusRepository<Item, String> {

		@Query("unit_price > :p")
		long deleteSome(@Param("p") int p);

	}

	interface CountingName extends MilvusRepository<Item, String> {

		@Query("unit_price > 5")
		List<Item> countSome();

	}

	interface FilterOfSearch extends MilvusRepository<Item, String> {

		@VectorSearch(filter = "prise < 5")
		List<Item> closest(float[] v);

	}

	interface MapOfRows extends MilvusRepository<Item, String> {

		Map<String, Item> findByTitle(String title);

	}

	interface DynamicNames extends MilvusRepository<OpenItem, String> {

		@Query("anything > 5 and $meta[\"threshold\"] == 1 and other[\"a\"][0] in [1, 2]")
		List<OpenItem> dynamic();

	}

	interface EverySyntax extends MilvusRepository<Item, String> {

		@Query("not (title like \"a%\" or tags[0] != 'b') and exists meta[\"x\"] and 1 < unit_price <= 5")
		List<Item> plain();

		@Query("title is not null && !(unit_price in [1, 2,]) || unit_price not in [] and meta[\"x\"][\"y\"] ** 2 > 0x1F")
		List<Item> signs();

		@Query("TEXT_MATCH(title, 'a b', minimum_should_match=2) and json_contains_any(meta[\"x\"], [1, \"a\"])")
		List<Item> calls();

		@Query("array_length(tags) > 1 AND at >= 5 and title =~ \"a.*\" or random_sample(0.5)")
		List<Item> newest();

	}

	interface CountsNothing extends MilvusRepository<Item, String> {

		@Query("unit_price > 5")
		List<Item> counties();

		@Query("unit_price > 5")
		List<Item> removedItems();

	}

	interface Declared extends org.springframework.data.repository.Repository<Item, String> {

		@Query("unit_price > 5")
		List<Item> declared();

	}

	interface Derived extends org.springframework.data.repository.Repository<Item, String> {

		List<Item> findByTitle(String title);

	}

	interface Named extends org.springframework.data.repository.Repository<Item, String> {

		List<Item> findCheap(@Param("max") int max);

	}

}
