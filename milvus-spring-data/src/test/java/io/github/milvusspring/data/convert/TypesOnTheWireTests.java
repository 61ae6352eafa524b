package io.github.milvusspring.data.convert;

import java.util.BitSet;
import java.util.List;
import java.util.Objects;

import io.github.milvusspring.data.mapping.MilvusCustomConversions;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.Mmap;
import io.github.milvusspring.data.mapping.StructArray;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.model.SparseVector;
import io.github.milvusspring.data.wire.column.ColumnSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.convert.converter.Converter;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.annotation.Id;
import org.springframework.data.convert.PropertyValueConverter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.ValueConversionContext;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Types that only large servers have, and converters: what is written can be read.
 */
class TypesOnTheWireTests {

	private final MilvusConverter converter = new MilvusConverter(new MilvusMappingContext());

	private <T> T again(EntityConverter<T> converter, T row) {
		ColumnSet columns = converter.write(List.of(row), true);
		return converter.read(columns).get(0);
	}

	@Test
	void vectorsOfEveryKindAreReadAsTheyWereWritten() {
		BitSet bits = BitSet.valueOf(new long[] { 0x8001 });
		Vectors row = new Vectors(1L, new byte[] { 1, -1 }, bits, new byte[] { -128, 127 }, new float[] { 0.5f, -2 },
				List.of(1f, 3.140625f), new double[] { 1, 2 });
		assertThat(again(this.converter.entity(Vectors.class), row)).usingRecursiveComparison().isEqualTo(row);
		assertThat(this.converter.getMappingContext().entity(Vectors.class).getCollection().fields())
			.extracting(FieldSchema::describeType)
			.containsExactly("INT64", "BINARY_VECTOR(16)", "BINARY_VECTOR(24)", "INT8_VECTOR(2)", "FLOAT16_VECTOR(2)",
					"BFLOAT16_VECTOR(2)", "FLOAT_VECTOR(2)");
		assertThat(this.converter.getMappingContext().entity(Vectors.class).getCollection().vectorFields())
			.extracting(FieldSchema::metric)
			.containsExactly(Metric.HAMMING, Metric.JACCARD, Metric.COSINE, Metric.COSINE, Metric.COSINE,
					Metric.COSINE);
	}

	@MilvusEntity
	record Vectors(@Id Long id, @VectorField(dimension = 16) byte[] bits,
			@VectorField(dimension = 24, metric = Metric.JACCARD) BitSet set,
			@VectorField(dimension = 2, type = FieldType.INT8_VECTOR) byte[] bytes,
			@VectorField(dimension = 2, type = FieldType.FLOAT16_VECTOR) float[] halves,
			@VectorField(dimension = 2, type = FieldType.BFLOAT16_VECTOR) List<Float> brains,
			@VectorField(dimension = 2) double[] doubles) {
	}

	@Test
	void structsAreReadAsTheyWereWritten() {
		EntityConverter<Document> documents = this.converter.entity(Document.class);
		Document full = new Document(1L, List.of(new Chunk("ß", 1, Level.HIGH, new float[] { 1, 2 }),
				new Chunk("", -1, Level.LOW, new float[] { -0f, 3 })));
		assertThat(again(documents, full)).usingRecursiveComparison().isEqualTo(full);
		assertThat(again(documents, new Document(2L, List.of()))).isEqualTo(new Document(2L, List.of()));
		assertThat(Objects.requireNonNull(documents.entity().getCollection().field("chunks")).describeType())
			.isEqualTo("ARRAY_OF_STRUCT<text VARCHAR(65535), page INT32, level VARCHAR(65535), "
					+ "embedding FLOAT_VECTOR(2)>[10]");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> documents
				.write(List.of(new Document(1L, List.of(new Chunk("a", 1, Level.LOW, new float[] { 1 })))), true))
			.withMessageContainingAll("'chunks' of row 0", "'embedding' of row 0", "dimension", "Nothing was written");
	}

	enum Level {

		LOW, HIGH

	}

	record Chunk(String text, int page, Level level, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity
	record Document(@Id Long id, @StructArray(maxCapacity = 10) List<Chunk> chunks) {
	}

	@Test
	void convertersOfTheApplicationAreUsedForValuesAndElements() {
		MilvusMappingContext context = new MilvusMappingContext(
				new MilvusCustomConversions(List.of(new MoneyToText(), new TextToMoney())));
		EntityConverter<Priced> priced = new MilvusConverter(context).entity(Priced.class);
		Priced row = new Priced(new Money(1), new Money(2), List.of(new Money(3)), null, "secret",
				new float[] { 1, 2 });
		assertThat(again(priced, row)).usingRecursiveComparison().isEqualTo(row);
		assertThat(Objects.requireNonNull(priced.write(List.of(row), true).find("hidden")).value(0))
			.isEqualTo("terces");
		assertThat(priced.filterFields().toStored("id", new Money(5))).isEqualTo("5 cents");
		assertThat(priced.filterFields().toStored("prices", new Money(5))).isEqualTo("5 cents");
		assertThat(priced.filterFields().toStored("hidden", "abc")).isEqualTo("cba");
	}

	record Money(long cents) {
	}

	@WritingConverter
	static class MoneyToText implements Converter<Money, String> {

		@Override
		public String convert(Money source) {
			return source.cents() + " cents";
		}

	}

	@ReadingConverter
	static class TextToMoney implements Converter<String, Money> {

		@Override
		public Money convert(String source) {
			return new Money(Long.parseLong(source.replace(" cents", "")));
		}

	}

	static class Reversed implements PropertyValueConverter<String, String, ValueConversionContext<?>> {

		@Override
		public String read(String value, ValueConversionContext<?> context) {
			return new StringBuilder(value).reverse().toString();
		}

		@Override
		public String write(String value, ValueConversionContext<?> context) {
			return new StringBuilder(value).reverse().toString();
		}

	}

	@MilvusEntity
	record Priced(@Id Money id, Money price, List<Money> prices, @Nullable Money none,
			@ValueConverter(Reversed.class) String hidden, @VectorField(dimension = 2) float[] vector) {
	}

	@Test
	void whatAnnotationsSayIsKept() {
		FieldSchema field = Objects
			.requireNonNull(this.converter.getMappingContext().entity(Annotated.class).getCollection().field("text"));
		assertThat(field.description()).isEqualTo("words");
		assertThat(field.properties()).containsEntry("mmap.enabled", "false").containsEntry("a", "b=c");
		assertThat(field.defaultValue()).isEqualTo("none");
	}

	@MilvusEntity
	record Annotated(@Id Long id, @MilvusField(description = "words", mmap = Mmap.DISABLED, properties = "a=b=c",
			defaultValue = "none") String text, @VectorField(dimension = 2) float[] vector) {
	}

	@ParameterizedTest
	@ValueSource(classes = { Wrong.class })
	void everythingWrongIsToldAtOnce(Class<?> type) {
		assertThatExceptionOfType(MappingException.class)
			.isThrownBy(() -> this.converter.getMappingContext().entity(type))
			.withMessageContainingAll("'text'", "can be", "not INT64", "'number'", "default value 'x'", "32 bits",
					"'flag'", "true or false", "'bits'", "multiple of 8", "'sparse'", "leave it out", "'metric'",
					"HAMMING", "'chunks'", "nullable", "'json'", "no default values for JSON");
	}

	record Bad(@Nullable String text) {
	}

	@MilvusEntity
	record Wrong(@Id Long id, @MilvusField(type = FieldType.INT64) String text,
			@MilvusField(defaultValue = "x") int number, @MilvusField(defaultValue = "yes") boolean flag,
			@MilvusField(defaultValue = "{}") Bad json, @VectorField(dimension = 12) byte[] bits,
			@VectorField(dimension = 3) SparseVector sparse,
			@VectorField(dimension = 3, metric = Metric.HAMMING) float[] metric, @StructArray List<Bad> chunks) {
	}

}
