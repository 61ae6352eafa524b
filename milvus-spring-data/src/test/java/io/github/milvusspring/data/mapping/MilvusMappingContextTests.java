package io.github.milvusspring.data.mapping;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.MilvusNames;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Transient;
import org.springframework.data.domain.Vector;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MilvusMappingContextTests {

	private final MilvusMappingContext context = new MilvusMappingContext();

	private CollectionSchema collection(Class<?> type) {
		return this.context.entity(type).getCollection();
	}

	private FieldSchema field(Class<?> type, String name) {
		FieldSchema field = collection(type).field(name);
		assertThat(field).as(name).isNotNull();
		return field;
	}

	private String refusal(Class<?> type) {
		try {
			this.context.entity(type);
		}
		catch (MappingException ex) {
			assertThat(ex).hasMessageContaining(type.getName());
			return String.valueOf(ex.getMessage());
		}
		throw new AssertionError(type.getName() + " was not refused");
	}

	@Test
	void aCollectionIsNamedAfterItsClass() {
		assertThat(collection(BookReview.class).name()).isEqualTo("book_review");
		assertThat(collection(Named.class).name()).isEqualTo("people");
		assertThat(collection(NamedByValue.class).name()).isEqualTo("short_form");
		assertThat(collection(Named.class).description()).isEqualTo("Some people");
		assertThat(collection(Named.class).dynamic()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTPServer=http_server", "Book2Review=book2_review", "Book=book", "UserID=user_id",
			"ABTest=ab_test", "Größe=größe", "I=i" })
	void namesBecomeSnakeCaseAsAReaderWould(String example) {
		String[] parts = example.split("=");
		assertThat(MilvusNames.snakeCase(parts[0])).isEqualTo(parts[1]);
	}

	@Test
	void snakeCaseDoesNotDependOnTheLocale() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr"));
		try {
			assertThat(MilvusNames.snakeCase("ID")).isEqualTo("id");
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@Test
	void fieldsAreNamedAfterTheirPropertiesOrTheirAnnotations() {
		assertThat(collection(Named.class).fields()).extracting(FieldSchema::name)
			.containsExactly("id", "first", "second", "third", "vectorField");
		assertThat(this.context.entity(Named.class).requireProperty("second").getName()).isEqualTo("secondName");
		assertThat(this.context.entity(Named.class).requireProperty("secondName").getFieldName()).isEqualTo("second");
	}

	@Test
	void defaultsAreTheLargestThatMilvusTakes() {
		assertThat(field(Everything.class, "text").maxLength()).isEqualTo(65_535);
		assertThat(field(Everything.class, "texts").maxLength()).isEqualTo(65_535);
		assertThat(field(Everything.class, "texts").maxCapacity()).isEqualTo(4_096);
		assertThat(field(Everything.class, "vector").metric()).isEqualTo(Metric.COSINE);
		assertThat(field(Everything.class, "vector").dimension()).isEqualTo(4);
		assertThat(field(Everything.class, "number").maxLength()).isZero();
		assertThat(collection(Everything.class).primaryKey().name()).isEqualTo("id");
	}

	@Test
	void everyTypeHasItsFieldType() {
		assertThat(collection(Everything.class).fields()).extracting(FieldSchema::describeType)
			.containsExactly("INT64", "BOOL", "INT8", "INT16", "INT32", "INT64", "FLOAT", "DOUBLE", "VARCHAR(65535)",
					"VARCHAR(65535)", "ARRAY<BOOL>[4096]", "ARRAY<INT8>[4096]", "ARRAY<INT16>[4096]",
					"ARRAY<INT32>[4096]", "ARRAY<INT64>[4096]", "ARRAY<FLOAT>[4096]", "ARRAY<DOUBLE>[4096]",
					"ARRAY<VARCHAR(65535)>[4096]", "ARRAY<VARCHAR(65535)>[4096]", "JSON", "JSON", "JSON", "JSON",
					"FLOAT_VECTOR(4)");
	}

	@Test
	void boxesAreMappedAsTheirPrimitives() {
		assertThat(collection(Boxed.class).fields()).extracting(FieldSchema::type)
			.containsExactly(FieldType.INT64, FieldType.BOOL, FieldType.INT8, FieldType.INT16, FieldType.INT32,
					FieldType.INT64, FieldType.FLOAT, FieldType.DOUBLE, FieldType.FLOAT_VECTOR);
	}

	@Test
	void limitsAreThoseOfTheAnnotation() {
		assertThat(field(Limited.class, "text").maxLength()).isEqualTo(10);
		assertThat(field(Limited.class, "texts").describeType()).isEqualTo("ARRAY<VARCHAR(20)>[30]");
		assertThat(field(Limited.class, "vector").describeType()).isEqualTo("FLOAT_VECTOR(2)");
		assertThat(field(Limited.class, "vector").metric()).isEqualTo(Metric.L2);
	}

	@Test
	void nullIsAllowedWhereTheClassSaysSo() {
		assertThat(collection(Nulls.class).fields()).filteredOn(FieldSchema::nullable)
			.extracting(FieldSchema::name)
			.containsExactly("byAnnotation", "byField", "list");
	}

	@Test
	void javaBeansAreMappedByTheirFields() {
		assertThat(collection(Bean.class).fields()).extracting(FieldSchema::name)
			.containsExactlyInAnyOrder("id", "title", "embedding");
		assertThat(field(Bean.class, "title").nullable()).isTrue();
	}

	@Test
	void inheritedPropertiesAreMapped() {
		assertThat(collection(Derived.class).fields()).extracting(FieldSchema::name)
			.containsExactlyInAnyOrder("id", "title", "embedding", "more");
		assertThat(collection(Derived.class).name()).isEqualTo("derived");
	}

	@Test
	void transientPropertiesAreLeftOut() {
		assertThat(collection(WithTransient.class).fields()).extracting(FieldSchema::name)
			.containsExactly("id", "vector");
	}

	@Test
	void metaAnnotationsCount() {
		assertThat(field(Composed.class, "text").maxLength()).isEqualTo(64);
	}

	@Test
	void keysAreKnown() {
		assertThat(field(Keys.class, "id")).matches(FieldSchema::primaryKey).matches(FieldSchema::autoId);
		assertThat(field(Keys.class, "tenant")).matches(FieldSchema::partitionKey);
		assertThat(field(Everything.class, "id")).matches((field) -> !field.autoId());
	}

	@Test
	void theOnlyVectorNeedsNoName() {
		assertThat(this.context.entity(Everything.class).getVectorProperty(null).getName()).isEqualTo("vector");
		MilvusPersistentEntity<?> entity = this.context.entity(TwoVectors.class);
		assertThat(entity.getVectorProperty("second").getName()).isEqualTo("second");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> entity.getVectorProperty(null))
			.withMessageContainingAll("2 vector properties", "name");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> entity.getVectorProperty("third"))
			.withMessageContaining("third");
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> entity.requireProperty("third"))
			.withMessageContainingAll("third", "first", "second");
	}

	@Test
	void aClassWithoutTheAnnotationIsRefused() {
		assertThat(refusal(NoEntity.class)).contains("has no @MilvusEntity", "add it");
	}

	@Test
	void allProblemsAreInOneMessage() {
		assertThat(refusal(Everything1Wrong.class)).contains("has no @Id", "Long or String", "has no vector",
				"@VectorField(dimension", "'when'", "'amount'", "'1st'", "'note'", "maxLength 0");
	}

	@Test
	void twoIdsAreRefused() {
		assertThat(refusal(TwoIds.class)).contains("several @Id", "first", "second", "keep one");
	}

	@Test
	void keysOfOtherTypesAreRefused() {
		assertThat(refusal(IntId.class)).contains("'id'", "write Long or String");
		assertThat(refusal(ListId.class)).contains("'id'", "write Long or String");
	}

	@Test
	void keysMayBeOfEveryTypeThatIsKeptAsTextOrLong() {
		assertThat(field(EnumId.class, "id").type()).isEqualTo(FieldType.VARCHAR);
		assertThat(field(UuidId.class, "id").type()).isEqualTo(FieldType.VARCHAR);
		assertThat(field(WideId.class, "id").type()).isEqualTo(FieldType.INT64);
	}

	@Test
	void typesWithoutAFieldTypeAreRefusedEachWithAdvice() {
		String refusal = refusal(Unsupported.class);
		assertThat(refusal.lines())
			.anySatisfy((line) -> assertThat(line).contains("'number'", "long, double or BigDecimal"))
			.anySatisfy((line) -> assertThat(line).contains("'object'", "@Transient"))
			.anySatisfy((line) -> assertThat(line).contains("'optional'", "@Transient"))
			.anySatisfy((line) -> assertThat(line).contains("'bytes'", "@VectorField", "ARRAY"))
			.anySatisfy((line) -> assertThat(line).contains("'characters'", "String"))
			.anySatisfy((line) -> assertThat(line).contains("'queue'", "write List"))
			.anySatisfy((line) -> assertThat(line).contains("'raw'", "List<String>"))
			.anySatisfy((line) -> assertThat(line).contains("'floats'", "@VectorField", "ARRAY"))
			.anySatisfy((line) -> assertThat(line).contains("'vector'", "@VectorField"));
		assertThat(refusal.lines().filter((line) -> line.startsWith("  - property"))).hasSize(9);
	}

	@Test
	void vectorsOfOtherTypesAreRefused() {
		assertThat(refusal(VectorOfText.class)).contains("'text'", "String", "write float[]");
		assertThat(refusal(VectorOfList.class)).contains("'list'", "List", "write float[]");
	}

	@Test
	void dimensionsOutOfRangeAreRefused() {
		assertThat(refusal(DimensionZero.class)).contains("'vector'", "dimension 0", "2 to 32768");
		assertThat(refusal(DimensionOne.class)).contains("'vector'", "dimension 1", "2 to 32768");
		assertThat(refusal(DimensionTooLarge.class)).contains("'vector'", "dimension 32769");
	}

	@Test
	void limitsOutOfRangeAreRefused() {
		assertThat(refusal(LimitsWrong.class)).contains("'low'", "maxLength 0", "1 to 65535")
			.contains("'high'", "maxLength 65536")
			.contains("'few'", "maxCapacity 0", "1 to 4096")
			.contains("'many'", "maxCapacity 4097");
	}

	@Test
	void twoPropertiesForOneFieldAreRefused() {
		assertThat(refusal(SameField.class)).contains("2 properties for the field 'text'", "its own name");
	}

	@Test
	void illegalNamesAreRefused() {
		assertThat(refusal(IllegalNames.class)).contains("illegal collection name 'my books'")
			.contains("'text'", "illegal field name 'a-b'")
			.contains("'like'", "word of Milvus's filters")
			.contains("'vector'", "illegal field name '1'");
		assertThat(MilvusNames.problemOf("collection", "a".repeat(255))).isNull();
		assertThat(MilvusNames.problemOf("collection", "a".repeat(256))).contains("255");
		assertThat(MilvusNames.problemOf("collection", "like")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "and", "OR", "not", "in", "like", "is", "null", "exists", "true", "false", "iso",
			"interval", "text_match", "text_match_fuzzy", "phrase_match", "minimum_should_match", "threshold",
			"random_sample", "array_contains", "array_contains_all", "array_contains_any", "array_length",
			"json_contains", "json_contains_all", "json_contains_any", "element_filter", "match_all", "MATCH_ANY",
			"match_least", "match_most", "match_exact", "st_equals", "st_touches", "st_overlaps", "st_crosses",
			"st_contains", "st_intersects", "st_within", "st_dwithin", "st_isvalid" })
	void noFieldHasAWordOfFiltersAsItsName(String word) {
		assertThat(MilvusNames.problemOf("field", word)).contains("word of Milvus's filters");
		assertThat(MilvusNames.problemOf("collection", word)).isNull();
		assertThat(MilvusNames.problemOf("field", word + "_")).isNull();
	}

	@Test
	void nullablePartitionKeysAreRefused() {
		assertThat(refusal(NullableKeys.class)).contains("'tenant'", "Milvus needs a value in every row");
	}

	@Test
	void misuseOfKeysIsRefused() {
		assertThat(refusal(AutoIdOfText.class)).contains("'id'", "@Id @AutoId Long id");
		assertThat(refusal(AutoIdOfPrimitive.class)).contains("'id'", "@Id @AutoId Long id");
		assertThat(refusal(AutoIdElsewhere.class)).contains("'other'", "@Id @AutoId Long other");
		assertThat(refusal(PartitionKeys.class)).contains("'number'", "long or String")
			.contains("several @PartitionKey", "keep one");
		assertThat(refusal(PartitionKeyId.class)).contains("'id'", "not the @Id");
	}

	@Test
	void twoAnnotationsForOneFieldAreRefused() {
		assertThat(refusal(BothAnnotations.class)).contains("'vector'", "keep @VectorField alone");
	}

	enum Color {

		RED, BLUE

	}

	record Part(String name, Instant since) {
	}

	@MilvusEntity
	record BookReview(@Id Long id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity(collection = "people", description = "Some people")
	record Named(@Id Long id, String first, @MilvusField("second") String secondName,
			@MilvusField(name = "third") String thirdName,
			@VectorField(name = "vectorField", dimension = 2) float[] vector) {
	}

	@MilvusEntity("short_form")
	record NamedByValue(@Id Long id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record Everything(@Id long id, boolean flag, byte tiny, short small, int number, long big, float real,
			double precise, String text, Color color, List<Boolean> flags, List<Byte> tinies, List<Short> smalls,
			List<Integer> numbers, List<Long> bigs, List<Float> reals, List<Double> precises, List<String> texts,
			List<Color> colors, Part part, Map<String, Object> map, List<Part> parts, List<Map<String, Object>> maps,
			@VectorField(dimension = 4) float[] vector) {
	}

	@MilvusEntity
	record Boxed(@Id Long id, Boolean flag, Byte tiny, Short small, Integer number, Long big, Float real,
			Double precise, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record Limited(@Id String id, @MilvusField(maxLength = 10) String text,
			@MilvusField(maxLength = 20, maxCapacity = 30) List<String> texts,
			@VectorField(dimension = 2, metric = Metric.L2) float[] vector) {
	}

	@MilvusEntity
	record Nulls(@Nullable @Id Long id, @MilvusField(nullable = true) String byAnnotation, @Nullable String byField,
			String neither, @Nullable List<String> list, int primitive, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	static class Bean {

		static final String CONSTANT = "never kept";

		@Id
		private @Nullable String id;

		private @Nullable String title;

		@VectorField(dimension = 2)
		private float[] embedding = {};

		@Nullable String getId() {
			return this.id;
		}

	}

	@MilvusEntity
	static class Derived extends Bean {

		private int more;

	}

	@MilvusEntity
	record WithTransient(@Id Long id, @Transient Object cache, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusField(maxLength = 64)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Short64 {

	}

	@MilvusEntity
	record Composed(@Id Long id, @Short64 String text, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record Keys(@Id @AutoId Long id, @PartitionKey String tenant, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record TwoVectors(@Id Long id, @VectorField(dimension = 2) float[] first,
			@VectorField(dimension = 3) float[] second) {
	}

	record NoEntity(@Id Long id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record Everything1Wrong(Object when, AtomicLong amount, @MilvusField("1st") String first,
			@MilvusField(maxLength = 0) String note) {
	}

	@MilvusEntity
	record TwoIds(@Id Long first, @Id Long second, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record IntId(@Id Integer id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record EnumId(@Id Color id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record ListId(@Id List<String> id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record WideId(@Id @MilvusField(type = FieldType.INT64) Integer id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record UuidId(@Id UUID id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	@SuppressWarnings("rawtypes")
	record Unsupported(@Id Long id, AtomicLong number, Object object, Optional<String> optional, byte[] bytes,
			char[] characters, ArrayDeque<String> queue, List raw, float[] floats, Vector vector,
			@VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity
	record VectorOfText(@Id Long id, @VectorField(dimension = 2) String text) {
	}

	@MilvusEntity
	record VectorOfList(@Id Long id, @VectorField(dimension = 2) List<Long> list) {
	}

	@MilvusEntity
	record DimensionZero(@Id Long id, @VectorField(dimension = 0) float[] vector) {
	}

	@MilvusEntity
	record DimensionOne(@Id Long id, @VectorField(dimension = 1) float[] vector) {
	}

	@MilvusEntity
	record DimensionTooLarge(@Id Long id, @VectorField(dimension = 32_769) float[] vector) {
	}

	@MilvusEntity
	record LimitsWrong(@Id Long id, @MilvusField(maxLength = 0) String low,
			@MilvusField(maxLength = 65_536) String high, @MilvusField(maxCapacity = 0) List<Long> few,
			@MilvusField(maxCapacity = 4_097) List<Long> many, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record SameField(@Id Long id, String text, @MilvusField("text") String other,
			@VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity("my books")
	record IllegalNames(@Id Long id, @MilvusField("a-b") String text, String like,
			@VectorField(name = "1", dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record NullableKeys(@Id Long id, @Nullable @PartitionKey String tenant,
			@VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record AutoIdOfText(@Id @AutoId String id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record AutoIdOfPrimitive(@Id @AutoId long id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record AutoIdElsewhere(@Id Long id, @AutoId Long other, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record PartitionKeys(@Id Long id, @PartitionKey String one, @PartitionKey String two, @PartitionKey int number,
			@VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record PartitionKeyId(@Id @PartitionKey Long id, @VectorField(dimension = 2) float[] vector) {
	}

	@MilvusEntity
	record BothAnnotations(@Id Long id, @VectorField(dimension = 2) @MilvusField(maxLength = 5) float[] vector) {
	}

}
