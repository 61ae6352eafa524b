package io.github.milvusspring.data.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.admin.CollectionAdministration;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether Milvus Lite finds the rows that a filter means.
 */
class FilterIT {

	private static final String DATABASE = "filters";

	private static final List<Map<String, @Nullable Object>> ROWS = RandomFilters.rows(150);

	private static final FilterWriter WRITER = new FilterWriter(RandomFilters.COLLECTION::field, MilvusServer.LITE);

	private static @Nullable MilvusConnection connection;

	@BeforeContainer
	static void writeRows() {
		ConnectionSettings settings = ConnectionSettings.of(MilvusLiteServer.uri());
		try (MilvusConnection administration = MilvusConnection.open(settings)) {
			administration.client().createDatabase(CreateDatabaseReq.builder().databaseName(DATABASE).build());
		}
		connection = MilvusConnection.open(settings.withDatabase(DATABASE));
		new CollectionAdministration(connection).create(RandomFilters.COLLECTION);
		connection.calls()
			.call(new WriteRequest(WriteRequest.Kind.INSERT, RandomFilters.COLLECTION.name(), null,
					RandomFilters.columns(ROWS)), null);
	}

	@AfterContainer
	static void disconnect() {
		connection().close();
	}

	private static MilvusConnection connection() {
		return Objects.requireNonNull(connection);
	}

	@Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
	void findsTheRowsThatAFilterOverScalarsMeans(@ForAll("overScalars") Filter filter) {
		assertFindsWhatIsMeant(filter);
	}

	@Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
	void findsTheRowsThatAFilterOverArraysMeansOrRefusesIt(@ForAll("overArrays") Filter filter) {
		assertFindsWhatIsMeantOrRefusesIt(filter, "tags|numbers|reals");
	}

	@Example
	void aTextThatIsFollowedByALineBreakDoesNotEndThereInAFilterOverArrays() {
		Filter tagged = Filter.where("tags").contains("none").not();
		for (String end : List.of("", "a", "a\n", "\n", "\n\n", "\r", "c")) {
			Filter filter = Filter.where("title").endsWith(end);
			assertFindsWhatIsMeant(filter.and(tagged));
			assertFindsWhatIsMeant(filter.not().and(tagged));
		}
	}

	@Example
	void lineBreaksEndTextsAlsoBesideConditionsWrittenByHand() {
		assertThat(find(
				WRITER.write(Filter.where("title").endsWith("a").and(Filter.expression("array_length(tags) >= 0")))))
			.isEqualTo(meant(Filter.where("title").endsWith("a")));
	}

	@Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
	void findsTheRowsThatAFilterOverDocumentsMeansOrRefusesIt(@ForAll("overDocuments") Filter filter) {
		assertFindsWhatIsMeantOrRefusesIt(filter, "meta|" + String.join("|", RandomDocuments.DYNAMIC));
	}

	@Example
	void whatIsNoArrayDoesNotLackElements() {
		for (Condition condition : RandomDocuments.mixedValues()) {
			for (Filter filter : List.of(condition.contains(1), condition.containsAll(1, "a"),
					condition.containsAny(1, "a"), condition.containsAny(1), condition.containsAll(List.of("a")))) {
				assertFindsWhatIsMeant(filter);
				assertFindsWhatIsMeant(filter.not());
				assertThat(meant(filter.not())).isNotEmpty().hasSizeLessThan(ROWS.size() / 2);
			}
		}
	}

	@Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
	void findsTheRowsThatAFilterOverTermsMeans(@ForAll("overTerms") Filter filter) {
		assertFindsWhatIsMeant(filter);
	}

	@Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
	void findsTheRowsThatAFilterOverComputedMeans(@ForAll("overComputed") Filter filter) {
		assertFindsWhatIsMeant(filter);
	}

	@Provide
	Arbitrary<Filter> overScalars() {
		return RandomFilters.overScalars();
	}

	@Provide
	Arbitrary<Filter> overArrays() {
		return RandomFilters.overArrays();
	}

	@Provide
	Arbitrary<Filter> overDocuments() {
		return RandomFilters.overDocuments();
	}

	@Provide
	Arbitrary<Filter> overTerms() {
		return RandomFilters.overTerms();
	}

	@Provide
	Arbitrary<Filter> overComputed() {
		return RandomFilters.overComputed();
	}

	private static void assertFindsWhatIsMeantOrRefusesIt(Filter filter, String rowByRow) {
		try {
			assertFindsWhatIsMeant(filter);
		}
		catch (InvalidDataAccessApiUsageException ex) {
			assertThat(ex).hasMessageContaining("wildcards");
			assertThat(filter.toString()).contains(" like ").containsPattern(rowByRow);
		}
	}

	private static void assertFindsWhatIsMeant(Filter filter) {
		String expression = WRITER.write(filter);
		assertThat(find(expression)).as("%s written as %s", filter, expression).isEqualTo(meant(filter));
	}

	private static Set<Object> meant(Filter filter) {
		return ROWS.stream()
			.filter((row) -> FilterEvaluator.matches(filter, row))
			.map((row) -> Objects.requireNonNull(row.get("id")))
			.collect(Collectors.toSet());
	}

	private static Set<Object> find(@Nullable String expression) {
		if (expression == null) {
			return Set.of();
		}
		ReadScope scope = new ReadScope(RandomFilters.COLLECTION.name(), List.of(), List.of("id"),
				ConsistencyLevel.STRONG, 0);
		ColumnSet columns = connection().calls()
			.call(new QueryRequest(scope, expression, Map.of("limit", "16384")), null)
			.rows();
		return IntStream.range(0, columns.rows())
			.mapToObj((row) -> Objects.requireNonNull(columns.columns().get(0).value(row)))
			.collect(Collectors.toSet());
	}

}
