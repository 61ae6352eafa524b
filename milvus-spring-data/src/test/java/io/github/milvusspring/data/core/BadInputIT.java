package io.github.milvusspring.data.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.connection.ConnectionSettings;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.connection.MilvusServerException;
import io.github.milvusspring.data.connection.MilvusUnreachableException;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import io.github.milvusspring.lite.MilvusLite;
import io.milvus.v2.service.database.request.CreateDatabaseReq;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Bad input: a clear, typed error, and nothing written.
 */
class BadInputIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void aMissingCollectionIsNamed() {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> template().rows("nowhere").count())
			.withMessageContaining("nowhere");
		MilvusTemplate unmanaged = new MilvusTemplate(this.milvus.connection(),
				new MilvusConverter(new MilvusMappingContext()), SchemaMode.NONE, ConsistencyLevel.SESSION);
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> unmanaged.upsert(Book.of("1", "a")))
			.withMessageContaining("books")
			.withCauseInstanceOf(MilvusServerException.class);
	}

	@Test
	void anUnknownPartitionIsNamedByEveryVerb() {
		Book book = Book.of("1", "a");
		WriteOptions write = WriteOptions.inPartition("nowhere");
		ReadOptions read = ReadOptions.inPartitions("nowhere");
		refusedForItsPartition(() -> template().upsert(book, write));
		refusedForItsPartition(() -> template().insert(book, write));
		refusedForItsPartition(() -> template().deleteAllById(List.of("1"), Book.class, write));
		refusedForItsPartition(() -> template().findById("1", Book.class, read));
		refusedForItsPartition(() -> template().count(Filter.all(), Book.class, read));
		refusedForItsPartition(() -> template().query(FilterQuery.of(Filter.all()).withOptions(read), Book.class));
		refusedForItsPartition(() -> template().search(VectorQuery.of(1, 0, 0, 0).withOptions(read), Book.class));
		nothingWasWritten();
	}

	private static void refusedForItsPartition(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class).isThrownBy(call)
			.withMessageContaining("no partition 'nowhere'");
	}

	@Test
	void aVectorOfAnotherDimensionIsRefused() {
		refused(Book.of("1", "a").withEmbedding(1, 2, 3), "embedding", "dimension 3", "dimension is 4");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().search(VectorQuery.of(1, 2, 3), Book.class))
			.withMessageContaining("dimension 3");
	}

	@Test
	void aNullOrEmptyVectorIsRefused() {
		refused(Book.of("1", "a").withEmbedding((float[]) null), "embedding", "has no value");
		refused(Book.of("1", "a").withEmbedding(new float[0]), "embedding", "empty vector");
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void aVectorThatHoldsNoNumberIsRefused(float value) {
		refused(Book.of("1", "a").withEmbedding(1, value, 0, 0), "embedding", "NaN or infinity");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().search(VectorQuery.of(1, value, 0, 0), Book.class))
			.withMessageContaining("NaN or infinity");
	}

	@Test
	void aMissingRequiredFieldIsNamedWithItsRow() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> template().upsertAll(List.of(Book.of("1", "a"), Book.of("2", "b").withTitle(null))))
			.withMessageContaining("'title'")
			.withMessageContaining("row 1")
			.withMessageContaining("has no value");
		nothingWasWritten();
		refused(Book.of(null, "a"), "isbn", "has no value");
	}

	@Test
	void anUnknownFieldIsRefusedWhereDynamicFieldsAreOff() {
		RowOperations rows = strict();
		refused(() -> rows.upsert(row(Map.of("colour", "red"))), "colour", "does not declare");
		assertThat(rows.count()).isZero();
	}

	@Test
	void aTextThatIsTooLongIsRefusedByItsBytes() {
		refused(Book.of("1", "x".repeat(65)), "title", "too long", "65 bytes");
		refused(Book.of("1", "😀".repeat(17)), "title", "too long", "68 bytes");
		assertThat(template().upsert(Book.of("1", "😀".repeat(16))).count()).isEqualTo(1);
	}

	@Test
	void halfASurrogatePairIsRefused() {
		refused(Book.of("1", "\uD83D"), "title", "surrogate");
	}

	@Test
	void anIntegerOutOfRangeIsRefused() {
		RowOperations rows = strict();
		refused(() -> rows.upsert(row(Map.of("small", 300))), "small", "300", "out of range");
		refused(() -> rows.upsert(row(Map.of("small", -129L))), "small", "-129", "out of range");
		assertThat(rows.count()).isZero();
	}

	@Test
	void aValueOfTheWrongTypeIsRefused() {
		RowOperations rows = strict();
		refused(() -> rows.upsert(row(Map.of("small", "7"))), "small", "INT8", "String");
		refused(() -> rows.upsert(row(Map.of("name", 7))), "name", "VARCHAR", "Integer");
		refused(() -> rows.upsert(row(Map.of("vector", "[1,2]"))), "vector", "FLOAT_VECTOR", "String");
		refused(() -> rows.upsert(row(Map.of("vector", List.of("a", "b")))), "vector", "not a number");
		refused(() -> rows.upsert(row(Map.of("tags", List.of("a", 1)))), "tags", "Element 1");
		refused(() -> rows.upsert(row(Map.of("tags", List.of("a", "b", "c", "d")))), "tags", "4 elements");
		refused(() -> rows.upsert(row(Map.of("id", 1.5))), "id", "Double");
		assertThat(rows.count()).isZero();
	}

	@Test
	void anEmptyListIsNoCallAndCountsZero() {
		this.milvus.connection().close();
		assertThat(template().upsertAll(List.of()).count()).isZero();
		assertThat(template().insertAll(List.of()).count()).isZero();
		assertThat(template().deleteAllById(List.of(), Book.class)).isZero();
	}

	@Test
	void aNullEntityIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().upsert((Book) null))
			.withMessageContaining("null");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().upsertAll(Arrays.asList(Book.of("1", "a"), null)))
			.withMessageContaining("null");
		nothingWasWritten();
	}

	@Test
	void entitiesOfDifferentClassesAreRefused() {
		List<Object> mixed = List.of(Book.of("1", "a"), new Shelf("1", new float[] { 1, 0 }));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().upsertAll(mixed))
			.withMessageContaining("different classes");
		List<Object> withText = List.of(Book.of("1", "a"), "no book");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().upsertAll(withText))
			.withMessageContaining("String is no entity");
		nothingWasWritten();
	}

	@Test
	void ofDuplicateKeysInOneUpsertTheLastWins() {
		WriteResult<Book> result = template()
			.upsertAll(List.of(Book.of("1", "first"), Book.of("2", "other"), Book.of("1", "last")));
		assertThat(result.count()).isEqualTo(2);
		assertThat(result.ids()).containsExactly("1", "2", "1");
		assertThat(template().findById("1", Book.class).title()).isEqualTo("last");
		assertThat(template().count(Filter.all(), Book.class)).isEqualTo(2);
	}

	@Test
	void duplicateKeysInOneInsertAreRefused() {
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> template().insertAll(List.of(Book.of("1", "first"), Book.of("1", "last"))));
		nothingWasWritten();
	}

	@Test
	void aDeleteWithoutAConditionIsRefused() {
		template().upsert(Book.of("1", "a"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().delete(Filter.all(), Book.class))
			.withMessageContaining("needs a filter");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().delete(Filter.where("title").notIn(List.of()), Book.class))
			.withMessageContaining("needs a filter");
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.expression(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> Filter.expression(""));
		assertThat(template().delete(Filter.where("title").in(), Book.class)).isZero();
		assertThat(template().count(Filter.all(), Book.class)).isEqualTo(1);
	}

	@Test
	void getWithNoIdsReturnsNothing() {
		template().upsert(Book.of("1", "a"));
		assertThat(template().findAllById(List.of(), Book.class)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"", "'", "\\", "\\\\", "a\"b", "a'b", "line\nbreak", "tab\t", "{brace}", "{}", "%", "_",
			"ünïcödé", "😀", "\" or 1 == 1 or \"", "' or '1' == '1", "\r\n", " ", "in [1]", "$meta", "\u0001" })
	void keysAndTextsOfAnyKindAreOnlyValues(String text) {
		template().upsertAll(List.of(Book.of(text, text), Book.of("another", "another")));
		assertThat(template().findById(text, Book.class).title()).isEqualTo(text);
		for (Filter filter : List.of(Filter.where("isbn").is(text), Filter.where("title").is(text),
				Filter.where("title").in(text), Filter.where("title").startsWith(text),
				Filter.where("title").contains(text), Filter.where("title").isNot("another"))) {
			assertThat(template().query(FilterQuery.of(filter), Book.class)).as(filter.toString())
				.extracting(Book::isbn)
				.containsExactly(text);
		}
		assertThat(template().deleteAllById(List.of(text), Book.class)).isEqualTo(1);
		assertThat(template().query(FilterQuery.of(Filter.all()), Book.class)).extracting(Book::isbn)
			.containsExactly("another");
	}

	@Test
	void unknownOutputFieldsAndPropertiesAreRefused() {
		template().ensureCollection(Book.class);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> template().findById("1", Book.class, ReadOptions.DEFAULT.withOutputFields("colour")))
			.withMessageContaining("colour");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> template().count(Filter.where("colour").is("red"), Book.class))
			.withMessageContaining("colour");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> strict().query(FilterQuery.of(Filter.where("colour").is("red"))))
			.withMessageContaining("colour");
	}

	@Test
	void aFilterWithAValueOfTheWrongTypeIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().count(Filter.where("pages").is("many"), Book.class))
			.withMessageContaining("pages");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().findById(1L, Book.class))
			.withMessageContaining("isbn");
	}

	@Test
	void aFilterThatTheServerCannotReadKeepsItsReason() {
		template().ensureCollection(Book.class);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().count(Filter.expression("title === 7"), Book.class))
			.withCauseInstanceOf(MilvusServerException.class);
	}

	@Test
	void aServerThatIsDownIsUnreachable() {
		ConnectionSettings nobody = ConnectionSettings.of("http://127.0.0.1:1")
			.withTimeouts(java.time.Duration.ofMillis(300), null);
		assertThatExceptionOfType(MilvusUnreachableException.class).isThrownBy(() -> MilvusConnection.open(nobody))
			.withMessageContaining("http://127.0.0.1:1")
			.withMessageContaining("Connection refused");
	}

	@Test
	void tlsAskedOfAPlainTextServerIsUnreachableAndSaysSo() {
		ConnectionSettings tls = ConnectionSettings.of(MilvusLiteServer.uri().replace("http:", "https:"))
			.withTimeouts(java.time.Duration.ofSeconds(1), null);
		assertThatExceptionOfType(MilvusUnreachableException.class).isThrownBy(() -> MilvusConnection.open(tls))
			.withMessageContaining("https://127.0.0.1")
			.withMessageContaining("http or https");
	}

	@Test
	void aServerThatDiesInMidCallIsUnreachable() {
		try (MilvusLite doomed = MilvusLite.start();
				MilvusConnection connection = MilvusConnection.open(ConnectionSettings.of(doomed.uri()))) {
			MilvusTemplate other = new MilvusTemplate(connection, new MilvusConverter(new MilvusMappingContext()));
			other.ensureCollection(Book.class);
			List<Book> many = new ArrayList<>();
			for (int i = 0; i < 2_000; i++) {
				many.add(Book.of("key " + i, "t" + i));
			}
			Thread killer = new Thread(() -> {
				org.awaitility.Awaitility.await()
					.until(() -> Thread.getAllStackTraces()
						.entrySet()
						.stream()
						.anyMatch(
								(entry) -> entry.getKey().getName().equals("writer") && Arrays.stream(entry.getValue())
									.anyMatch((frame) -> frame.getMethodName().equals("blockingUnaryCall"))));
				ProcessHandle.of(doomed.pid()).ifPresent(ProcessHandle::destroyForcibly);
			});
			Thread.currentThread().setName("writer");
			killer.start();
			assertThatExceptionOfType(MilvusUnreachableException.class).isThrownBy(() -> {
				while (true) {
					other.upsertAll(many);
				}
			}).withMessageContaining(doomed.uri());
		}
		finally {
			Thread.currentThread().setName("main");
		}
	}

	@Test
	void theServersReasonReachesTheUserOfAdministrationCalls() {
		CreateDatabaseReq database = CreateDatabaseReq.builder().databaseName("twice").build();
		create(database);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> create(database))
			.withMessageContaining("'twice' already exists");
		template().createCollection("demo", 5);
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> template().createCollection("demo", 5))
			.withMessageContaining("demo")
			.withMessageContaining("already exists");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> template().partitions("demo").create("_default"))
			.withMessageContaining("_default");
	}

	private void create(CreateDatabaseReq database) {
		template().execute((client) -> {
			client.createDatabase(database);
			return null;
		});
	}

	private void refused(Book book, String... words) {
		refused(() -> template().upsert(book), words);
		refused(() -> template().insert(book), words);
		nothingWasWritten();
	}

	private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... words) {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words).contains("Nothing was written"));
	}

	private void nothingWasWritten() {
		assertThat(template().count(Filter.all(), Book.class)).isZero();
	}

	private RowOperations strict() {
		if (!template().collections().exists("strict")) {
			template().collections()
				.create(CollectionSchema.of("strict",
						List.of(field("id", FieldType.INT64, null, 0, true),
								field("small", FieldType.INT8, null, 0, false),
								field("name", FieldType.VARCHAR, null, 0, false),
								field("tags", FieldType.ARRAY, FieldType.VARCHAR, 0, false),
								field("vector", FieldType.FLOAT_VECTOR, null, 2, false)))
					.build());
		}
		return template().rows("strict");
	}

	private static FieldSchema field(String name, FieldType type, FieldType elementType, int dimension, boolean key) {
		boolean text = type == FieldType.VARCHAR || elementType == FieldType.VARCHAR;
		return FieldSchema.of(name, type)
			.elementType(elementType)
			.dimension(dimension)
			.metric((dimension > 0) ? Metric.COSINE : null)
			.maxLength(text ? 16 : 0)
			.maxCapacity((type == FieldType.ARRAY) ? 3 : 0)
			.primaryKey(key)
			.build();
	}

	private static Map<String, Object> row(Map<String, Object> changes) {
		Map<String, Object> row = new LinkedHashMap<>(
				Map.of("id", 1L, "small", 1, "name", "a", "tags", List.of("t"), "vector", new float[] { 1, 0 }));
		row.putAll(changes);
		return row;
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	@MilvusEntity("shelves")
	record Shelf(@Id String id, @VectorField(dimension = 2) float[] embedding) {
	}

}
