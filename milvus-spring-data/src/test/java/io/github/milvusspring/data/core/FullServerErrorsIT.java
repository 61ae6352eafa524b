package io.github.milvusspring.data.core;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.github.milvusspring.data.Article;
import io.github.milvusspring.data.MilvusFullServer;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.connection.MilvusServerException;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.wire.DeleteRequest;
import io.github.milvusspring.data.wire.QueryRequest;
import io.github.milvusspring.data.wire.ReadScope;
import io.github.milvusspring.data.wire.SearchRequest;
import io.github.milvusspring.data.wire.SearchVectors;
import io.github.milvusspring.data.wire.SubSearchRequest;
import io.github.milvusspring.data.wire.WriteRequest;
import io.github.milvusspring.data.wire.column.ColumnSet;
import io.github.milvusspring.data.wire.column.FloatVectorColumn;
import io.github.milvusspring.data.wire.column.LongColumn;
import io.github.milvusspring.data.write.WriteOptions;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import io.milvus.v2.service.collection.request.ReleaseCollectionReq;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the complete server refuses, as Spring's exceptions; some requests are made by
 * hand, since our own checks would refuse them first.
 */
class FullServerErrorsIT {

	@RegisterExtension
	final MilvusFullServer milvus = new MilvusFullServer();

	@Test
	void aMissingCollectionIsNamedByEveryVerb() {
		MilvusTemplate unmanaged = new MilvusTemplate(this.milvus.connection(),
				new MilvusConverter(new MilvusMappingContext()), SchemaMode.NONE, ConsistencyLevel.SESSION);
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> unmanaged.upsert(Article.of(1, "a")),
				() -> unmanaged.insert(Article.of(1, "a")), () -> unmanaged.findById(1L, Article.class),
				() -> unmanaged.count(Filter.all(), Article.class),
				() -> unmanaged.deleteAllById(List.of(1L), Article.class),
				() -> unmanaged.search(VectorQuery.of(1, 0, 0, 0), Article.class),
				() -> this.milvus.template().collections().describe("articles"),
				() -> this.milvus.template().collection("articles").load(),
				() -> this.milvus.template().rows("articles").count())) {
			refused(InvalidDataAccessResourceUsageException.class, 100, call, "articles");
		}
	}

	@Test
	void whatIsDroppedMeanwhileIsMissing() {
		template().ensureCollection(Article.class);
		template().execute((client) -> {
			client.dropCollection(DropCollectionReq.builder().collectionName("articles").build());
			return null;
		});
		refused(InvalidDataAccessResourceUsageException.class, 100, () -> template().upsert(Article.of(1, "lost")),
				"articles");
	}

	@Test
	void anUnknownPartitionIsNamedByEveryVerb() {
		template().ensureCollection(Article.class);
		WriteOptions write = WriteOptions.inPartition("nowhere");
		ReadOptions read = ReadOptions.inPartitions("nowhere");
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> template().upsert(Article.of(1, "a"), write),
				() -> template().insert(Article.of(1, "a"), write),
				() -> template().deleteAllById(List.of(1L), Article.class, write))) {
			refused(InvalidDataAccessResourceUsageException.class, 200, call, "nowhere");
		}
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> template().findById(1L, Article.class, read),
				() -> template().count(Filter.all(), Article.class, read),
				() -> template().query(FilterQuery.of(Filter.all()).withOptions(read), Article.class),
				() -> template().search(VectorQuery.of(1, 0, 0, 0).withOptions(read), Article.class))) {
			refusedWithoutACode(call, "nowhere");
		}
		assertThat(template().count(Filter.all(), Article.class)).isZero();
	}

	@Test
	void aCollectionThatIsNotLoadedIsSaidToBe() {
		template().ensureCollection(Article.class);
		template().execute((client) -> {
			client.releaseCollection(ReleaseCollectionReq.builder().collectionName("articles").build());
			return null;
		});
		for (ThrowingCallable call : List.<ThrowingCallable>of(
				() -> template().search(VectorQuery.of(1, 0, 0, 0), Article.class),
				() -> template().query(FilterQuery.of(Filter.all()), Article.class),
				() -> template().count(Filter.all(), Article.class))) {
			refused(InvalidDataAccessResourceUsageException.class, 101, call, "Load the collection");
		}
	}

	@Test
	void dataThatTheServerRefusesIsAViolation() {
		template().collections().create("simple", 2);
		refused(DataIntegrityViolationException.class, 1100, () -> insert("other", 1, 2), "Nothing of this call");
		refusedWithoutACode(() -> insert("vector", 1, 2, 3), "the dim(2)");
		refusedWithoutACode(() -> insert("vector", Float.NaN, 1), "NaN");
		assertThat(template().rows("simple").count()).isZero();
	}

	@Test
	void aBadRequestIsAUsageErrorWhereTheServerSaysSo() {
		refused(InvalidDataAccessApiUsageException.class, 1100, () -> template().execute((client) -> {
			client
				.createCollection(CreateCollectionReq.builder().collectionName("no name at all!").dimension(2).build());
			return null;
		}), "Invalid collection name");
		template().collections().create("simple", 2);
		refusedWithoutACode(() -> query("id ==== 1"), "id ==== 1");
		refusedWithoutACode(() -> query("id == \"text\""), "VarChar");
		refusedWithoutACode(() -> query(""), "limit");
		refusedWithoutACode(
				() -> this.milvus.connection().calls().call(new DeleteRequest("simple", null, "id >"), null), "id >");
		refusedWithoutACode(() -> search("L2", 3), "metric type not match");
		refusedWithoutACode(() -> search("COSINE", 20_000), "16384");
	}

	@Test
	void aMessageThatIsTooLargeIsSaidToBe() {
		template().collections().create("large", 1_024);
		float[][] vectors = new float[17_000][];
		Arrays.setAll(vectors, (i) -> new float[1_024]);
		long[] keys = LongStream.range(0, vectors.length).toArray();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> write("large",
					new ColumnSet(vectors.length,
							List.of(new LongColumn("id", keys, null),
									new FloatVectorColumn("vector", 1_024, vectors, null)))))
			.withMessageContaining("too large");
	}

	@Test
	void aTimeoutThatPassesIsATypedException() {
		template().ensureCollection(Article.class);
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> template().upsert(Article.of(1, "late"), WriteOptions.within(Duration.ofNanos(1))));
		assertThat(template().upsert(Article.of(2, "in time")).count()).isEqualTo(1);
	}

	private void insert(String field, float... vector) {
		write("simple", new ColumnSet(1, List.of(new LongColumn("id", new long[] { 1 }, null),
				new FloatVectorColumn(field, vector.length, new float[][] { vector }, null))));
	}

	private void write(String collection, ColumnSet columns) {
		this.milvus.connection()
			.calls()
			.call(new WriteRequest(WriteRequest.Kind.INSERT, collection, null, columns), null);
	}

	private void query(String filter) {
		this.milvus.connection().calls().call(new QueryRequest(scope(), filter, Map.of()), null);
	}

	private void search(String metric, int limit) {
		this.milvus.connection()
			.calls()
			.call(new SearchRequest(scope(),
					new SubSearchRequest(SearchVectors.floats(List.of(new float[] { 1, 2 })), "",
							Map.of("anns_field", "vector", "topk", Integer.toString(limit), "metric_type", metric,
									"params", "{}", "round_decimal", "-1")),
					List.of()), null);
	}

	private static ReadScope scope() {
		return new ReadScope("simple", List.of(), List.of("id"), ConsistencyLevel.STRONG, 0);
	}

	/** Servers before 2.4 have one code for almost everything; the reason is kept. */
	private static void refusedWithoutACode(ThrowingCallable call, String words) {
		refused(NonTransientDataAccessResourceException.class, 65_535, call, words);
	}

	private static void refused(Class<? extends DataAccessException> type, int code, ThrowingCallable call,
			String words) {
		assertThatExceptionOfType(type).isThrownBy(call)
			.withMessageContaining(words)
			.havingCause()
			.isInstanceOfSatisfying(MilvusServerException.class, (server) -> {
				assertThat(server.getCode()).isEqualTo(code);
				assertThat(server.getReason()).isNotBlank();
			});
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

}
