package io.github.milvusspring.data.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.ColumnSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the complete server finds the rows that a filter means.
 */
class FullServerFilterIT {

	private static final CollectionSchema COLLECTION = RandomFilters.COLLECTION.toBuilder()
		.fields(RandomFilters.COLLECTION.fields()
			.stream()
			.map((field) -> field.toBuilder().nullable(false).build())
			.toList())
		.build();

	private static final List<Map<String, @Nullable Object>> ROWS = withoutNulls(RandomFilters.rows(150));

	private static final FilterWriter WRITER = new FilterWriter(COLLECTION::field, new MilvusServer("2.3.5", false));

	private static final Pattern COMPUTED_ORDER = Pattern.compile(" \\* -?[0-9.]+ [<>]");

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@Test
	void findsTheRowsThatAFilterMeans() {
		this.milvus.template().collections().create(COLLECTION);
		this.milvus.connection()
			.calls()
			.call(new WriteRequest(WriteRequest.Kind.INSERT, COLLECTION.name(), null,
					RandomFilters.columns(COLLECTION, ROWS)), null);
		SoftAssertions softly = new SoftAssertions();
		JqwikSession.run(() -> {
			assertFindWhatIsMeant(RandomFilters.overScalars(), 300, softly);
			assertFindWhatIsMeant(RandomFilters.overArrays(), 150, softly);
			assertFindWhatIsMeant(RandomFilters.overDocumentsOfOldServers(), 400, softly);
		});
		softly.assertAll();
	}

	private void assertFindWhatIsMeant(Arbitrary<Filter> filters, int count, SoftAssertions softly) {
		RandomGenerator<Filter> generator = filters.generator(count);
		Random random = new Random(11);
		for (int i = 0; i < count; i++) {
			Filter filter = generator.next(random).value();
			String expression = written(filter);
			if (expression != null && hasIt(expression)) {
				softly.assertThat(find(expression)).as("%s written as %s", filter, expression).isEqualTo(meant(filter));
			}
		}
	}

	private static @Nullable String written(Filter filter) {
		try {
			return WRITER.write(filter);
		}
		catch (InvalidDataAccessApiUsageException ex) {
			assertThat(ex.getMessage()).containsAnyOf("Milvus 2.3.5, which knows only", "write a list for each type");
			return null;
		}
	}

	/**
	 * Servers before 2.5 know no null, and those before 2.4 compute for equality alone.
	 */
	private static boolean hasIt(String expression) {
		return !expression.contains(" is ") && !COMPUTED_ORDER.matcher(expression).find();
	}

	private static Set<Object> meant(Filter filter) {
		return ROWS.stream()
			.filter((row) -> FilterEvaluator.matches(filter, row))
			.map((row) -> row.get("id"))
			.collect(Collectors.toSet());
	}

	private Set<Object> find(String expression) {
		ReadScope scope = new ReadScope(COLLECTION.name(), List.of(), List.of("id"), ConsistencyLevel.SESSION, 0);
		ColumnSet columns = this.milvus.connection()
			.calls()
			.call(new QueryRequest(scope, expression, Map.of("limit", "16384")), null)
			.rows();
		return IntStream.range(0, columns.rows())
			.mapToObj((row) -> Objects.requireNonNull(columns.columns().get(0).value(row)))
			.collect(Collectors.toSet());
	}

	private static List<Map<String, @Nullable Object>> withoutNulls(List<Map<String, @Nullable Object>> rows) {
		Map<String, @Nullable Object> previous = new LinkedHashMap<>();
		rows.forEach((row) -> row.forEach((name, value) -> {
			if (value != null) {
				previous.putIfAbsent(name, value);
			}
		}));
		for (Map<String, @Nullable Object> row : rows) {
			row.replaceAll((name, value) -> withoutMixedObjects((value != null) ? value : previous.get(name)));
			previous.putAll(row);
		}
		return rows;
	}

	// To a server before 2.6 an object and a null are arrays that contain nothing.
	private static @Nullable Object withoutMixedObjects(@Nullable Object value) {
		if (value instanceof Map<?, ?> object && object.keySet().equals(Set.of("n"))) {
			return "object";
		}
		if (value instanceof Map<?, ?> object) {
			Map<Object, @Nullable Object> copy = new LinkedHashMap<>(object);
			copy.values().removeIf(Objects::isNull);
			copy.replaceAll((key, one) -> withoutMixedObjects(one));
			return copy;
		}
		return value;
	}

}
