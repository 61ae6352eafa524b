package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.wire.column.ArrayColumn;
import io.github.milvusspring.data.wire.column.BooleanColumn;
import io.github.milvusspring.data.wire.column.Column;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.DoubleColumn;
import io.github.milvusspring.data.wire.column.FloatColumn;
import io.github.milvusspring.data.wire.column.FloatVectorColumn;
import io.github.milvusspring.data.wire.column.IntColumn;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.wire.column.ScalarColumn;
import io.github.milvusspring.data.wire.column.StringColumn;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Rows and filters of every kind over values that are easily confused.
 */
final class RandomFilters {

	static final List<Long> LONGS = List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, 42L,
			9_007_199_254_740_992L, 9_007_199_254_740_993L, Long.MAX_VALUE - 1, Long.MAX_VALUE);

	private static final List<Integer> INTS = List.of(Integer.MIN_VALUE, -1, 0, 1, 7, 16_777_217, Integer.MAX_VALUE);

	private static final List<Integer> SHORTS = List.of(-32_768, -1, 0, 1, 300, 32_767);

	private static final List<Integer> BYTES = List.of(-128, -1, 0, 1, 2, 127);

	private static final List<Float> FLOATS = List.of(3.14f, -3.14f, 0f, -0f, 0.1f, 1e-10f, 16_777_216f,
			Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, 1e10f);

	private static final List<Double> DOUBLES = List.of(3.14, 0.1 + 0.2, 0.3, 0.0, -0.0, 1e22, -1e-7, 5e-324,
			Double.MAX_VALUE, -Double.MAX_VALUE, 9_007_199_254_740_992.0);

	static final List<String> TEXTS = List.of("", " ", "a", "ab", "abc", "b", "A", "it's", "say \"hi\"", "\"", "'",
			"\\", "\\\\", "a\\", "\\n", "\\\"", "100%", "100", "1000", "%", "%%", "_", "a_c", "a%c", "\\%", "\\_",
			"a\nc", "a\n", "\n", "\r\n", "\t", "or 1 == 1", "\" or id >= 0 or title == \"", "{x}", "${x}", "$meta",
			"null", "true", "[1, 2]", "ä", "äö", "Zürich", "日本語", "😀", "😀😀", "a😀c", "\uD7FF", "\uE000", "\uFFFF",
			"\uDBFF\uDFFF", "\u2028", "\u0001", "x".repeat(2_000), "x".repeat(2_000) + "y", "(a|b)*.+?[^c]$", "a.c",
			"end\\");

	private static final Arbitrary<String> PATTERNS = Arbitraries.of("%", "a%", "%c", "a_c", "_", "__%", "%日%", "abc",
			"", "100\\%", "%\\%", "a\\_%", "_\n_");

	static final CollectionSchema COLLECTION = CollectionSchema.of("filtered",
			List.of(field("id", FieldType.INT64, null, false), field("flag", FieldType.BOOL, null, true),
					field("tiny", FieldType.INT8, null, false), field("small", FieldType.INT16, null, true),
					field("medium", FieldType.INT32, null, false), field("big", FieldType.INT64, null, true),
					field("real", FieldType.FLOAT, null, true), field("precise", FieldType.DOUBLE, null, true),
					field("title", FieldType.VARCHAR, null, false), field("subtitle", FieldType.VARCHAR, null, true),
					field("tags", FieldType.ARRAY, FieldType.VARCHAR, false),
					field("numbers", FieldType.ARRAY, FieldType.INT64, true),
					field("reals", FieldType.ARRAY, FieldType.FLOAT, false), field("meta", FieldType.JSON, null, true),
					field("vector", FieldType.FLOAT_VECTOR, null, false)))
		.dynamic(true)
		.build();

	private RandomFilters() {
	}

	private static FieldSchema field(String name, FieldType type, @Nullable FieldType elementType, boolean nullable) {
		boolean key = name.equals("id");
		boolean text = type == FieldType.VARCHAR || elementType == FieldType.VARCHAR;
		return FieldSchema.of(name, type)
			.elementType(elementType)
			.dimension(type.isVector() ? 2 : 0)
			.metric(type.isVector() ? Metric.L2 : null)
			.maxLength(text ? 65_535 : 0)
			.maxCapacity((elementType != null) ? 10 : 0)
			.nullable(nullable)
			.primaryKey(key)
			.build();
	}

	static List<Map<String, @Nullable Object>> rows(int count) {
		Random random = new Random(7);
		List<Map<String, @Nullable Object>> rows = new ArrayList<>();
		for (long id = 0; id < count; id++) {
			Map<String, @Nullable Object> row = new LinkedHashMap<>();
			row.put("id", id);
			row.put("flag", orNull(random, random.nextBoolean()));
			row.put("tiny", one(random, BYTES));
			row.put("small", orNull(random, one(random, SHORTS)));
			row.put("medium", one(random, INTS));
			row.put("big", orNull(random, one(random, LONGS)));
			row.put("real", orNull(random, one(random, FLOATS)));
			row.put("precise", orNull(random, one(random, DOUBLES)));
			row.put("title", TEXTS.get((int) (id % TEXTS.size())));
			row.put("subtitle", orNull(random, one(random, TEXTS)));
			row.put("tags", some(random, TEXTS));
			row.put("numbers", orNull(random, some(random, LONGS)));
			row.put("reals", some(random, FLOATS));
			row.put("vector", new float[] { id, 1 });
			RandomDocuments.fill(row, random);
			rows.add(row);
		}
		return rows;
	}

	private static <T> T one(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}

	private static <T> @Nullable T orNull(Random random, T value) {
		return (random.nextInt(4) > 0) ? value : null;
	}

	private static <T> List<T> some(Random random, List<T> values) {
		List<T> some = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			some.add(one(random, values));
		}
		return some;
	}

	static ColumnSet columns(List<Map<String, @Nullable Object>> rows) {
		return columns(COLLECTION, rows);
	}

	static ColumnSet columns(CollectionSchema collection, List<Map<String, @Nullable Object>> rows) {
		List<Column> columns = new ArrayList<>();
		for (FieldSchema field : collection.fields()) {
			columns.add((field.type() == FieldType.JSON) ? RandomDocuments.column(field.name(), rows, false)
					: column(field, rows.stream().map((row) -> row.get(field.name())).toArray()));
		}
		columns.add(RandomDocuments.column("$meta", rows, true));
		return new ColumnSet(rows.size(), columns);
	}

	private static Column column(FieldSchema field, @Nullable Object[] values) {
		boolean[] valid = new boolean[values.length];
		for (int i = 0; i < values.length; i++) {
			valid[i] = values[i] != null;
		}
		boolean @Nullable [] nulls = field.nullable() ? valid : null;
		if (field.type().isVector()) {
			return new FloatVectorColumn(field.name(), field.dimension(),
					Arrays.copyOf(values, values.length, float[][].class), nulls);
		}
		if (field.type() != FieldType.ARRAY) {
			return scalars(field.name(), field.type(), values, nulls);
		}
		FieldType elementType = Objects.requireNonNull(field.elementType());
		@Nullable ScalarColumn[] arrays = new @Nullable ScalarColumn[values.length];
		for (int i = 0; i < values.length; i++) {
			arrays[i] = (values[i] instanceof List<?> list) ? scalars("", elementType, list.toArray(), null) : null;
		}
		return new ArrayColumn(field.name(), elementType, arrays, nulls);
	}

	private static ScalarColumn scalars(String name, FieldType type, @Nullable Object[] values,
			boolean @Nullable [] valid) {
		boolean[] booleans = new boolean[values.length];
		int[] ints = new int[values.length];
		long[] longs = new long[values.length];
		float[] floats = new float[values.length];
		double[] doubles = new double[values.length];
		@Nullable String[] texts = new @Nullable String[values.length];
		for (int i = 0; i < values.length; i++) {
			booleans[i] = Boolean.TRUE.equals(values[i]);
			Number number = (values[i] instanceof Number given) ? given : 0;
			ints[i] = number.intValue();
			longs[i] = number.longValue();
			floats[i] = number.floatValue();
			doubles[i] = number.doubleValue();
			texts[i] = (values[i] instanceof String text) ? text : null;
		}
		return switch (type) {
			case BOOL -> new BooleanColumn(name, booleans, valid);
			case INT8, INT16, INT32 -> new IntColumn(name, type, ints, valid);
			case INT64 -> new LongColumn(name, longs, valid);
			case FLOAT -> new FloatColumn(name, floats, valid);
			case DOUBLE -> new DoubleColumn(name, doubles, valid);
			default -> new StringColumn(name, texts, valid);
		};
	}

	/** Filters over columns of one value. */
	static Arbitrary<Filter> overScalars() {
		return combined(Arbitraries.oneOf(numbers(), texts("title"), texts("subtitle"), comparisons("flag", flags()),
				constants()));
	}

	/** Filters that also look into arrays. */
	static Arbitrary<Filter> overArrays() {
		return combined(Arbitraries.oneOf(numbers(), texts("title"), texts("subtitle"), comparisons("flag", flags()),
				elements("tags", Arbitraries.of(TEXTS)), elements("numbers", Arbitraries.of(LONGS)),
				elements("reals", Arbitraries.of(FLOATS))));
	}

	/** Filters that look into documents, and at columns of one value. */
	static Arbitrary<Filter> overDocuments() {
		return combined(Arbitraries.oneOf(RandomDocuments.overDocuments(), RandomDocuments.overDocuments(), numbers(),
				prefixes("subtitle")));
	}

	/** Filters over documents that servers before 2.4 know. */
	static Arbitrary<Filter> overDocumentsOfOldServers() {
		return combined(RandomDocuments.overDocumentsOfOldServers());
	}

	/** Filters over elements, lengths and numbers that are computed. */
	static Arbitrary<Filter> overTerms() {
		return combined(Arbitraries.oneOf(RandomDocuments.overTerms(), RandomDocuments.overTerms(), numbers()));
	}

	/** Filters over what is computed of columns, and over columns of one value. */
	static Arbitrary<Filter> overComputed() {
		return combined(
				Arbitraries.oneOf(RandomDocuments.overComputed(), RandomDocuments.overComputed(), texts("title")));
	}

	private static Arbitrary<Filter> combined(Arbitrary<Filter> leaves) {
		return Arbitraries.recursive(() -> leaves, RandomFilters::combination, 0, 3);
	}

	private static Arbitrary<Filter> combination(Arbitrary<Filter> parts) {
		return Arbitraries.oneOf(parts.map(Filter::not), parts, Combinators.combine(parts, parts).as(Filter::and),
				Combinators.combine(parts, parts).as(Filter::or),
				parts.list().ofMinSize(1).ofMaxSize(3).map(Clause.And::new),
				parts.list().ofMinSize(1).ofMaxSize(3).map(Clause.Or::new));
	}

	private static Arbitrary<Filter> constants() {
		return Arbitraries.of(Filter.all(), Filter.none());
	}

	private static Arbitrary<Boolean> flags() {
		return Arbitraries.of(true, false);
	}

	private static Arbitrary<Filter> numbers() {
		return Arbitraries.oneOf(comparisons("id", Arbitraries.longs().between(0, 150)),
				comparisons("tiny", Arbitraries.of(BYTES)), comparisons("small", Arbitraries.of(SHORTS)),
				comparisons("medium", Arbitraries.of(INTS)), comparisons("big", Arbitraries.of(LONGS)),
				comparisons("real", Arbitraries.of(FLOATS)), comparisons("precise", Arbitraries.of(DOUBLES)));
	}

	private static Arbitrary<Filter> texts(String property) {
		Arbitrary<String> parts = Arbitraries.oneOf(Arbitraries.of(TEXTS),
				Arbitraries.strings().withChars("abc%_\\\"'\n 1😀").ofMaxLength(3).filter(RandomFilters::isUnicode));
		Condition condition = Filter.where(property);
		return Arbitraries.oneOf(comparisons(property, Arbitraries.of(TEXTS)), prefixes(property),
				parts.map(condition::endsWith), parts.map(condition::contains), PATTERNS.map(condition::like));
	}

	private static boolean isUnicode(String text) {
		return text.codePoints().noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

	private static Arbitrary<Filter> prefixes(String property) {
		return Arbitraries.of(TEXTS).map(Filter.where(property)::startsWith);
	}

	private static <T> Arbitrary<Filter> elements(String property, Arbitrary<T> values) {
		Condition condition = Filter.where(property);
		return Arbitraries.oneOf(values.map(condition::contains),
				Arbitraries.of(condition.isNull(), condition.isNotNull()));
	}

	private static <T> Arbitrary<Filter> comparisons(String property, Arbitrary<T> values) {
		Condition condition = Filter.where(property);
		Arbitrary<Filter> equalities = Arbitraries.oneOf(values.map(condition::is), values.map(condition::isNot),
				values.list().ofMaxSize(4).map(condition::in), values.list().ofMaxSize(4).map(condition::notIn),
				Arbitraries.of(condition.isNull(), condition.isNotNull()));
		if (property.equals("flag")) {
			return equalities;
		}
		return Arbitraries.oneOf(equalities, values.map(condition::lt), values.map(condition::lte),
				values.map(condition::gt), values.map(condition::gte),
				Combinators.combine(values, values).as(condition::between));
	}

}
