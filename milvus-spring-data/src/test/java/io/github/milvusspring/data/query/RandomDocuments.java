package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.milvusspring.data.wire.column.JsonColumn;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * JSON documents and dynamic fields whose values are missing, null or of several types,
 * and filters that look into them, into arrays, or compute.
 */
final class RandomDocuments {

	/** The dynamic fields. */
	static final List<String> DYNAMIC = List.of("size", "color", "mixed_up", "labels", "origin", "ready");

	private static final List<Number> NUMBERS = List.of(-1, 0, 1, 2, 42, 3.5, -0.1, 1e10, 9_007_199_254_740_991L);

	// A text that is a JSON array is one for Milvus Lite.
	private static final List<String> TEXTS = List.of("", "a", "ab", "abc", "b", "it's", "say \"hi\"", "a\nc", "a\n",
			"ab\n", "\n", "Zürich", "日本語", "😀", "null", "true", "1", "or 1 == 1", "\" or id >= 0 or title == \"");

	private static final List<String> HARD_TEXTS = List.of("\\", "a\\", "100%", "a_c", "\\n", "\uD7FF", "\uE000");

	private static final List<String> KEYS = List.of("n", "t", "m", "a key", "say \"hi\"", "it's", "b\\c", "x.y", "[0]",
			"日本");

	private static final ObjectMapper JSON = new ObjectMapper();

	private RandomDocuments() {
	}

	static void fill(Map<String, @Nullable Object> row, Random random) {
		row.put("meta", (random.nextInt(5) > 0) ? document(random) : null);
		put(row, random, "size", one(random, NUMBERS));
		put(row, random, "color", one(random, TEXTS));
		put(row, random, "mixed_up", mixed(random));
		put(row, random, "labels", list(random));
		put(row, random, "origin", Map.of("city", one(random, TEXTS), "at", List.of(one(random, NUMBERS))));
		put(row, random, "ready", random.nextBoolean());
	}

	private static Map<String, @Nullable Object> document(Random random) {
		Map<String, @Nullable Object> document = new LinkedHashMap<>();
		for (String key : KEYS) {
			put(document, random, key, key.equals("n") ? one(random, NUMBERS)
					: key.equals("t") ? one(random, random.nextBoolean() ? TEXTS : HARD_TEXTS) : mixed(random));
		}
		put(document, random, "flag", random.nextBoolean());
		put(document, random, "list", list(random));
		put(document, random, "deep", Map.of("er", List.of(Map.of("n", one(random, NUMBERS)), one(random, TEXTS))));
		return document;
	}

	private static void put(Map<String, @Nullable Object> map, Random random, String key, Object value) {
		int chance = random.nextInt(6);
		if (chance > 0) {
			map.put(key, (chance > 1) ? value : null);
		}
	}

	private static Object mixed(Random random) {
		return switch (random.nextInt(4)) {
			case 0 -> one(random, NUMBERS);
			case 1 -> one(random, TEXTS);
			case 2 -> list(random);
			default -> Map.of("n", one(random, NUMBERS));
		};
	}

	private static List<Object> list(Random random) {
		List<Object> list = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			list.add(random.nextBoolean() ? one(random, NUMBERS) : one(random, TEXTS));
		}
		return list;
	}

	private static <T> T one(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}

	static JsonColumn column(String name, List<Map<String, @Nullable Object>> rows, boolean dynamic) {
		byte[] @Nullable [] documents = new byte[rows.size()][];
		boolean[] valid = new boolean[rows.size()];
		for (int i = 0; i < documents.length; i++) {
			Map<String, @Nullable Object> row = rows.get(i);
			Object document = dynamic ? dynamicFields(row) : row.get(name);
			valid[i] = document != null;
			documents[i] = json(document);
		}
		return new JsonColumn(name, documents, dynamic ? null : valid, dynamic);
	}

	private static Map<String, @Nullable Object> dynamicFields(Map<String, @Nullable Object> row) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>(row);
		fields.keySet().retainAll(DYNAMIC);
		return fields;
	}

	private static byte[] json(@Nullable Object document) {
		try {
			return JSON.writeValueAsBytes(document);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Filters over JSON documents and dynamic fields. */
	static Arbitrary<Filter> overDocuments() {
		Function<String, Condition> meta = (key) -> Filter.where("meta").key(key);
		Condition deep = Filter.where("meta.deep.er[0].n");
		Condition flag = meta.apply("flag");
		Arbitrary<Condition> keys = Arbitraries.of(KEYS).map(meta);
		return Arbitraries.oneOf(comparisons(keys, numbers()), comparisons(keys, texts()),
				comparisons(Arbitraries.of(Filter.where("meta.deep.er[1]"), Filter.where("color")), texts()),
				comparisons(Arbitraries.of(deep, Filter.where("size"), Filter.where("origin.at[0]")), numbers()),
				comparisons(Arbitraries.of(Filter.where("mixed_up"), Filter.where("meta.list[1]")), numbers()),
				comparisons(Arbitraries.of(Filter.where("$meta").key("color"), Filter.where("origin.city")), texts()),
				likes(Arbitraries.of(meta.apply("m"), Filter.where("color"), Filter.where("mixed_up"))),
				elements(Arbitraries.of(meta.apply("list"), meta.apply("m"), Filter.where("labels"))),
				Arbitraries.of(flag, Filter.where("ready"))
					.flatMap((condition) -> Arbitraries.of(condition.is(true), condition.isNot(true),
							condition.is(false), condition.in(true, false), condition.notIn(List.of(true)))),
				Arbitraries.oneOf(keys, Arbitraries.of(deep, Filter.where("size"), Filter.where("labels")))
					.flatMap((condition) -> Arbitraries.of(condition.exists(), condition.isNull(),
							condition.isNotNull())),
				Arbitraries.of(Filter.where("meta").isNull(), Filter.where("meta").isNotNull()),
				computed(Arbitraries.of(meta.apply("n"), deep, Filter.where("size"))));
	}

	/** Values that are arrays in some rows, and numbers, texts or objects in others. */
	static List<Condition> mixedValues() {
		return List.of(Filter.where("meta.m"), Filter.where("meta").key("a key"), Filter.where("mixed_up"));
	}

	/** Filters over documents that servers before 2.4 know: without null and patterns. */
	static Arbitrary<Filter> overDocumentsOfOldServers() {
		Arbitrary<Condition> keys = Arbitraries.of(KEYS).map((key) -> Filter.where("meta").key(key));
		Condition list = Filter.where("meta.list");
		return Arbitraries.oneOf(comparisons(keys, numbers()), comparisons(keys, texts()),
				comparisons(Arbitraries.of(Filter.where("color"), Filter.where("origin.city")), texts()),
				comparisons(Arbitraries.of(Filter.where("size"), Filter.where("meta.deep.er[0].n")), numbers()),
				elements(Arbitraries.of(list, Filter.where("meta.m"), Filter.where("labels"))),
				texts().map(Filter.where("color")::startsWith), texts().map(Filter.where("meta.t")::startsWith),
				keys.flatMap((condition) -> Arbitraries.of(condition.in(1, "a", 3.5), condition.in("a", true, 2),
						condition.notIn(List.of(1, 3.5)), condition.notIn(List.of("a", "b")))),
				Arbitraries.of(list, Filter.where("meta.m"))
					.flatMap((condition) -> Arbitraries.of(condition.length().is(0), condition.length().is(2),
							condition.length().isNot(0), condition.length().isNot(1))),
				Combinators
					.combine(Arbitraries.of(Filter.where("size"), Filter.where("meta.n")),
							Arbitraries.of(1, 2, 0.5, -3), Arbitraries.of(1, 2, 3.5, 4.0))
					.as((condition, by, value) -> condition.multiply(by).is(value)));
	}

	/** Filters over elements and lengths of arrays, and over what is computed. */
	static Arbitrary<Filter> overTerms() {
		return Arbitraries.oneOf(
				comparisons(Arbitraries.of(Filter.where("tags").at(0), Filter.where("tags[1]")),
						Arbitraries.of(RandomFilters.TEXTS)),
				comparisons(Arbitraries.of(Filter.where("numbers").at(0), Filter.where("numbers").at(2)),
						Arbitraries.of(RandomFilters.LONGS)),
				comparisons(Arbitraries.of(Filter.where("tags").length(), Filter.where("numbers").length(),
						Filter.where("reals").length()), Arbitraries.integers().between(0, 4)),
				lists(Arbitraries.of(Filter.where("tags")), Arbitraries.of(RandomFilters.TEXTS)),
				lists(Arbitraries.of(Filter.where("numbers")), Arbitraries.of(RandomFilters.LONGS)),
				Arbitraries.of("title", "subtitle")
					.flatMap((property) -> Arbitraries.of("a b", "or", "ZÜRICH", "日本語", "x", "null hi", "%", "c say")
						.map(Filter.where(property)::matches)),
				computedOfIntegers(Arbitraries.of("tiny", "small").map(Filter::where)),
				computed(Arbitraries.just(Filter.where("precise"))));
	}

	/** Filters over what is computed of columns, and over two columns. */
	static Arbitrary<Filter> overComputed() {
		Arbitrary<Filter> pairs = Arbitraries
			.of(List.of("medium", "small"), List.of("small", "tiny"), List.of("title", "subtitle"),
					List.of("subtitle", "title"), List.of("real", "precise"))
			.flatMap((pair) -> {
				Condition left = Filter.where(pair.get(0));
				Operand right = Filter.field(pair.get(1));
				return Arbitraries.of(left.is(right), left.isNot(right), left.lt(right), left.lte(right),
						left.gt(right), left.gte(right));
			});
		return Arbitraries.oneOf(pairs,
				computedOfIntegers(Arbitraries.of("tiny", "small", "medium").map(Filter::where)),
				computed(Arbitraries.of("real", "precise").map(Filter::where)));
	}

	private static Arbitrary<Number> numbers() {
		return Arbitraries.of(NUMBERS);
	}

	private static Arbitrary<String> texts() {
		return Arbitraries.oneOf(Arbitraries.of(TEXTS), Arbitraries.of(HARD_TEXTS));
	}

	private static <T> Arbitrary<Filter> comparisons(Arbitrary<Condition> conditions, Arbitrary<T> values) {
		return conditions.flatMap((condition) -> Arbitraries.oneOf(values.map(condition::is),
				values.map(condition::isNot), values.map(condition::lt), values.map(condition::lte),
				values.map(condition::gt), values.map(condition::gte), values.list().ofMaxSize(3).map(condition::in),
				values.list().ofMaxSize(3).map(condition::notIn),
				Combinators.combine(values, values).as(condition::between)));
	}

	private static Arbitrary<Filter> likes(Arbitrary<Condition> conditions) {
		Arbitrary<String> parts = Arbitraries.of(TEXTS);
		return conditions
			.flatMap((condition) -> Arbitraries.oneOf(Arbitraries.of(HARD_TEXTS).map(condition::startsWith),
					parts.map(condition::startsWith), parts.map(condition::endsWith),
					Arbitraries.of(HARD_TEXTS).map(condition::endsWith),
					Arbitraries.of("%", "a%", "%c", "_", "a_c", "__%", "%i%", "abc", "%_", "%\n", "a_")
						.map(condition::like)));
	}

	private static Arbitrary<Filter> elements(Arbitrary<Condition> conditions) {
		Arbitrary<Object> parts = Arbitraries.oneOf(numbers().map(Object.class::cast), texts().map(Object.class::cast));
		return Arbitraries.oneOf(lists(conditions, parts),
				conditions.flatMap((condition) -> numbers().map(condition::contains)));
	}

	private static <T> Arbitrary<Filter> lists(Arbitrary<Condition> conditions, Arbitrary<T> parts) {
		return conditions
			.flatMap((condition) -> Arbitraries.oneOf(parts.list().ofMaxSize(3).map(condition::containsAll),
					parts.list().ofMaxSize(3).map(condition::containsAny)));
	}

	private static Arbitrary<Filter> computedOfIntegers(Arbitrary<Condition> conditions) {
		return computed(conditions, Arbitraries.of(-2, -1, 1, 2, 3, 7), Arbitraries.of(-3, -1, 0, 1, 2, 7));
	}

	private static Arbitrary<Filter> computed(Arbitrary<Condition> conditions) {
		return computed(conditions, Arbitraries.of(-2, -1, 1, 2, 3, 7, 0.5, -1.5),
				Arbitraries.of(-3, -1, 0, 1, 2, 7, 0.5, 3.0));
	}

	private static Arbitrary<Filter> computed(Arbitrary<Condition> conditions, Arbitrary<Number> small,
			Arbitrary<Number> values) {
		Arbitrary<Condition> once = Combinators.combine(conditions, small, Arbitraries.integers().between(0, 3))
			.as(RandomDocuments::compute);
		Arbitrary<Condition> twice = Combinators.combine(once, small, Arbitraries.integers().between(0, 3))
			.as(RandomDocuments::compute);
		return comparisons(Arbitraries.oneOf(once, twice), values);
	}

	private static Condition compute(Condition condition, Number number, int sign) {
		return switch (sign) {
			case 0 -> condition.plus(number);
			case 1 -> condition.minus(number);
			case 2 -> condition.multiply(number);
			// The divisor of an integer is one.
			default -> condition.divide((number.intValue() != 0) ? number.intValue() : 2);
		};
	}

}
