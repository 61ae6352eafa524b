package io.github.milvusspring.data.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.core.KotlinShown;
import io.github.milvusspring.data.core.KotlinStrict;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.JsonColumn;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What shows a part of a row makes that part, and never the whole entity.
 */
class ReadingPartsTests {

	private final MilvusConverter converter = new MilvusConverter(new MilvusMappingContext());

	@BeforeEach
	void nothingIsMade() {
		Counted.made = 0;
	}

	private <T, R> List<R> read(Class<T> type, Class<R> result, List<T> rows) {
		RowReader<R> reader = this.converter.reader(type, result);
		ColumnSet all = this.converter.entity(type).write(rows, true);
		Counted.made = 0;
		return reader.read(only(all, reader.outputFields()));
	}

	private static ColumnSet only(ColumnSet all, List<String> names) {
		return new ColumnSet(all.rows(), names.stream().map((name) -> Objects.requireNonNull(all.find(name))).toList());
	}

	private static Counted counted() {
		return new Counted("1", "a title", 3, new Part("deep", 4), new float[] { 1, 2 });
	}

	@Test
	void anInterfaceShowsItsPropertiesAlone() {
		List<Titled> shown = read(Counted.class, Titled.class, List.of(counted()));
		assertThat(shown).singleElement().satisfies((one) -> {
			assertThat(one.getTitle()).isEqualTo("a title");
			assertThat(one.getCount()).isEqualTo(3);
			assertThat(one.upper()).isEqualTo("A TITLE");
		});
		assertThat(Counted.made).isZero();
		assertThat(this.converter.reader(Counted.class, Titled.class).outputFields()).containsExactlyInAnyOrder("title",
				"count");
	}

	@Test
	void anInterfaceShowsPartsOfANestedObject() {
		List<Nested> shown = read(Counted.class, Nested.class, List.of(counted()));
		assertThat(shown.get(0).getPart().getName()).isEqualTo("deep");
		assertThat(shown.get(0).getTitle()).contains("a title");
		assertThat(Counted.made).isZero();
	}

	@Test
	void aRecordShowsItsComponentsAlone() {
		assertThat(read(Counted.class, Shown.class, List.of(counted()))).containsExactly(new Shown("a title", 3));
		assertThat(Counted.made).isZero();
	}

	@Test
	void anInterfaceThatComputesIsMadeOfTheWholeEntity() {
		assertThat(read(Counted.class, Computed.class, List.of(counted()))).extracting(Computed::getBoth)
			.containsExactly("a title 3");
		assertThat(Counted.made).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(classes = { Counted.class, Named.class, Object.class })
	void theEntityItselfAndWhatItExtendsStay(Class<?> result) {
		assertThat(read(Counted.class, result, List.of(counted()))).singleElement().isInstanceOf(Counted.class);
	}

	@Test
	void aKotlinClassShowsItsParametersAlone() {
		assertThat(read(KotlinStrict.class, KotlinShown.class,
				List.of(new KotlinStrict("1", "a", "x", 1, new float[] { 1, 2 }))))
			.containsExactly(new KotlinShown("a"));
	}

	@Test
	void aNullThatThePartCannotHoldIsNamed() {
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(
					() -> read(WithNull.class, Primitive.class, List.of(new WithNull("7", null, new float[] { 1, 2 }))))
			.withMessageContainingAll("'with_null'", "'count'", "int", "can be null");
		assertThat(read(WithNull.class, Boxed.class, List.of(new WithNull("7", null, new float[] { 1, 2 }))))
			.containsExactly(new Boxed(null));
	}

	@ParameterizedTest
	@ValueSource(classes = { String.class, int.class, Shown[].class, Unknown.class, UnknownInterface.class,
			WrongType.class, NoConstructor.class })
	void whatRowsCannotBecomeIsRefused(Class<?> result) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> this.converter.reader(Counted.class, result))
			.withMessageContaining(result.getSimpleName());
	}

	@Test
	void anEntityThatRefusesAPartOfItselfSaysWhatToReadInstead() {
		ColumnSet part = new ColumnSet(1, List.<Column>of(texts("id", "1")));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.converter.entity(Counted.class).read(part))
			.withMessageContainingAll("'1'", "'counted'", "Counted", "a title is needed", "record or interface");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.converter.entity(KotlinStrict.class).read(part))
			.withMessageContainingAll("'1'", "'kotlin_strict'", "title");
	}

	@Test
	void aRowThatItsEntityRefusesIsNamed() {
		EntityConverter<Counted> entities = this.converter.entity(Counted.class);
		ColumnSet rows = entities.write(List.of(counted(), counted()), true);
		ColumnSet blank = new ColumnSet(2,
				rows.columns()
					.stream()
					.map((column) -> column.name().equals("title") ? texts("title", "a", " ")
							: column.name().equals("id") ? texts("id", "1", "2") : column)
					.toList());
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> entities.read(blank))
			.withMessageContainingAll("'2'", "'counted'", "Counted", "a title is needed")
			.withCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void aFieldThatHoldsSomethingElseIsNamed() {
		EntityConverter<Counted> entities = this.converter.entity(Counted.class);
		ColumnSet rows = entities.write(List.of(counted()), true);
		ColumnSet huge = new ColumnSet(1,
				rows.columns()
					.stream()
					.map((column) -> column.name().equals("count")
							? new LongColumn("count", new long[] { 1L << 40 }, null) : column)
					.toList());
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> entities.read(huge))
			.withMessageContainingAll("'1'", "'counted'", "'count'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"size\":1e400}", "{\"size\":NaN}", "{\"size\":", "{\"size\":\"no number\"}", "[1]",
			"\u0001" })
	void aDocumentThatCannotBeReadIsNamedWithItsRow(String json) {
		EntityConverter<Counted> entities = this.converter.entity(Counted.class);
		ColumnSet written = entities.write(List.of(counted()), true);
		List<Column> broken = new ArrayList<>(written.columns());
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		broken.replaceAll((column) -> column.name().equals("part")
				? new JsonColumn("part", new byte[][] { bytes }, null, false) : column);
		assertThatExceptionOfType(DataRetrievalFailureException.class)
			.isThrownBy(() -> entities.read(new ColumnSet(1, broken)))
			.withMessageContainingAll("'1'", "'counted'", "'part'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":NaN}", "{\"a\":", "\u0001" })
	void aDocumentOfAPlainRowThatCannotBeReadIsNamedWithItsRow(String json) {
		CollectionSchema documents = CollectionSchema
			.of("documents", List.of(FieldSchema.of("id", FieldType.VARCHAR).maxLength(9).primaryKey(true).build(),
					FieldSchema.of("body", FieldType.JSON).build()))
			.build();
		ColumnSet rows = new ColumnSet(1, List.of(texts("id", "1"),
				new JsonColumn("body", new byte[][] { json.getBytes(StandardCharsets.UTF_8) }, null, false)));
		MapConverter maps = new MapConverter(documents, MilvusJson.defaults());
		assertThatExceptionOfType(DataRetrievalFailureException.class).isThrownBy(() -> maps.read(rows))
			.withMessageContainingAll("'1'", "'documents'", "'body'");
	}

	interface Named {

	}

	@MilvusEntity
	record Counted(@Id String id, String title, int count, Part part,
			@VectorField(dimension = 2) float[] v) implements Named {

		static int made;

		Counted {
			made++;
			if (title == null || title.isBlank()) {
				throw new IllegalArgumentException("a title is needed");
			}
			v = v.clone();
		}

	}

	record Part(String name, int size) {
	}

	interface Titled {

		String getTitle();

		int getCount();

		default String upper() {
			return getTitle().toUpperCase(java.util.Locale.ROOT);
		}

	}

	interface Nested {

		PartName getPart();

		Optional<String> getTitle();

	}

	interface PartName {

		String getName();

	}

	record Shown(String title, long count) {
	}

	interface Computed {

		@Value("#{target.title + ' ' + target.count}")
		String getBoth();

	}

	record Unknown(String title, String author) {
	}

	interface UnknownInterface {

		String getAuthor();

	}

	record WrongType(int title) {
	}

	static class NoConstructor {

		String title;

	}

	@MilvusEntity
	record WithNull(@Id String id, @Nullable Integer count, @VectorField(dimension = 2) float[] v) {
	}

	record Primitive(int count) {
	}

	record Boxed(@Nullable Integer count) {
	}

	private static Column texts(String name, String... values) {
		return new StringColumn(name, values, null);
	}

}
