package io.github.milvusspring.data.core;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.connection.FreezingProxy;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusField;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.query.FilterQuery;
import io.github.milvusspring.data.query.QueryVector;
import io.github.milvusspring.data.query.ReadOptions;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.RowRange;
import io.github.milvusspring.data.write.Update;
import io.github.milvusspring.data.write.WriteOptions;
import io.github.milvusspring.data.write.WriteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The verbs without waiting, and many query vectors in one call.
 */
class AsyncIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void everyVerbReturnsBeforeTheServerAnswersAndCompletesOnAnotherThread() throws IOException {
		MilvusTemplate direct = this.milvus.template();
		direct.upsertAll(List.of(Book.of("1", "a"), Book.of("2", "b")));
		try (FreezingProxy proxy = new FreezingProxy(URI.create(MilvusLiteServer.uri()).getPort());
				MilvusConnection connection = MilvusConnection
					.open(proxy.settings().withDatabase(this.milvus.connection().database()))) {
			MilvusTemplate template = new MilvusTemplate(connection, direct.getConverter());
			MilvusAsyncOperations async = template.async();
			AsyncRowOperations rows = template.rows("books").async();
			template.count(Filter.all(), Book.class);
			Map<String, Object> row = new HashMap<>(template.rows("books").findById("1"));
			row.put("isbn", "6");
			Map<String, Supplier<CompletableFuture<?>>> verbs = verbs(async);
			rowVerbs(rows, row).forEach((name, verb) -> verbs.put("rows " + name, verb));
			proxy.hold();
			Map<String, CompletableFuture<?>> futures = new LinkedHashMap<>();
			Map<String, Thread> threads = new ConcurrentHashMap<>();
			verbs.forEach((name, verb) -> {
				CompletableFuture<?> future = verb.get();
				assertThat(future).as(name).isNotDone();
				futures.put(name, future.whenComplete((result, ex) -> threads.put(name, Thread.currentThread())));
			});
			proxy.release();
			futures.forEach((name, future) -> assertThat(future).as(name).succeedsWithin(Duration.ofSeconds(20)));
			assertThat(threads).hasSameSizeAs(verbs)
				.allSatisfy((name, thread) -> assertThat(thread).as(name).isNotSameAs(Thread.currentThread()));
		}
	}

	private static Map<String, Supplier<CompletableFuture<?>>> verbs(MilvusAsyncOperations async) {
		Map<String, Supplier<CompletableFuture<?>>> verbs = new LinkedHashMap<>();
		Filter none = Filter.where("title").is("none");
		FilterQuery all = FilterQuery.of(Filter.all()).withLimit(10);
		VectorQuery vector = VectorQuery.of(1, 0, 0, 0);
		verbs.put("insert", () -> async.insert(Book.of("3", "c")));
		verbs.put("insertAll", () -> async.insertAll(List.of(Book.of("4", "d"))));
		verbs.put("insertAll in batches",
				() -> async.insertAll((Iterable<Book>) List.of(Book.of("5", "e")), Book.class, BatchOptions.DEFAULT));
		verbs.put("upsert", () -> async.upsert(Book.of("1", "a")));
		verbs.put("upsertAll", () -> async.upsertAll(List.of(Book.of("2", "b"))));
		verbs.put("upsertAll in batches",
				() -> async.upsertAll(Stream.of(Book.of("2", "b")), Book.class, BatchOptions.DEFAULT));
		verbs.put("update", () -> async.update(Book.of("1", "a"), "title"));
		verbs.put("update by key", () -> async.update(Update.of("1").set("title", "a"), Book.class));
		verbs.put("delete", () -> async.delete(Book.of("90", "z")));
		verbs.put("deleteById", () -> async.deleteById("91", Book.class));
		verbs.put("deleteAllById", () -> async.deleteAllById(List.of("92"), Book.class));
		verbs.put("delete by filter", () -> async.delete(none, Book.class));
		verbs.put("findById", () -> async.findById("1", Book.class));
		verbs.put("findAllById", () -> async.findAllById(List.of("1"), Book.class));
		verbs.put("existsById", () -> async.existsById("1", Book.class));
		verbs.put("exists", () -> async.exists(none, Book.class));
		verbs.put("count", () -> async.count(none, Book.class));
		verbs.put("query", () -> async.query(all, Book.class));
		verbs.put("scroll", () -> async.scroll(all, ScrollPosition.keyset(), Book.class));
		verbs.put("search", () -> async.search(vector, Book.class));
		verbs.put("searchAll", () -> async.searchAll(vector, Book.class));
		return verbs;
	}

	private static Map<String, Supplier<CompletableFuture<?>>> rowVerbs(AsyncRowOperations rows,
			Map<String, Object> row) {
		Map<String, Supplier<CompletableFuture<?>>> verbs = new LinkedHashMap<>();
		FilterQuery all = FilterQuery.of(Filter.all()).withLimit(10);
		VectorQuery vector = VectorQuery.of(1, 0, 0, 0);
		verbs.put("upsert", () -> rows.upsert(row));
		verbs.put("upsertAll in batches", () -> rows.upsertAll(Stream.of(row), BatchOptions.DEFAULT));
		verbs.put("update", () -> rows.update(Map.of("isbn", "1", "title", "a")));
		verbs.put("deleteById", () -> rows.deleteById("93"));
		verbs.put("findById", () -> rows.findById("1"));
		verbs.put("existsById", () -> rows.existsById("1"));
		verbs.put("count", () -> rows.count());
		verbs.put("query", () -> rows.query(all));
		verbs.put("scroll", () -> rows.scroll(all, ScrollPosition.keyset()));
		verbs.put("search", () -> rows.search(vector));
		return verbs;
	}

	@Test
	void verbsReturnWhatTheirBlockingCounterpartsReturn() {
		MilvusAsyncOperations async = this.milvus.template().async();
		assertThat(async.upsert(Book.of("1", "a")).join().count()).isEqualTo(1);
		assertThat(async.insertAll(List.of(Book.of("2", "b"))).join().count()).isEqualTo(1);
		assertThat(async.insertAll(Stream.of(Book.of("3", "c")), Book.class, BatchOptions.DEFAULT).join().rows())
			.isEqualTo(1);
		assertThat(async.findById("1", Book.class).join().title()).isEqualTo("a");
		assertThat(async.findById("none", Book.class).join()).isNull();
		assertThat(async.existsById("1", Book.class).join()).isTrue();
		assertThat(async.query(FilterQuery.of(Filter.all()), Book.class).join()).hasSize(3);
		assertThat(async.scroll(FilterQuery.of(Filter.all()).withLimit(2), ScrollPosition.keyset(), Book.class).join())
			.hasSize(2);
		assertThat(async.count(Filter.all(), Book.class).join()).isEqualTo(3);
		assertThat(async.search(VectorQuery.of(1, 0, 0, 0), Book.class).join().getContent()).hasSize(3);
		assertThat(async.deleteAllById(List.of("1"), Book.class).join()).isEqualTo(1);
		assertThat(async.delete(Filter.where("title").is("b"), Book.class).join()).isEqualTo(1);
		assertThat(async.upsertAll(List.of()).join().count()).isZero();
		assertThat(async.deleteAll(Book.class).join()).isEqualTo(1);
	}

	@Test
	void aDeleteInOnePartitionLeavesTheOthersAlone() {
		MilvusTemplate template = this.milvus.template();
		template.ensureCollection(Book.class);
		template.partitions("books").create("archive");
		WriteOptions archive = WriteOptions.inPartition("archive");
		template.upsertAll(List.of(Book.of("1", "same"), Book.of("2", "other"), Book.of("3", "same")), archive);
		template.upsertAll(List.of(Book.of("4", "same"), Book.of("5", "other")));
		MilvusAsyncOperations async = template.async();
		assertThat(async.delete(Filter.where("title").is("same"), Book.class, archive).join()).isEqualTo(2);
		assertThat(async.delete(Filter.where("title").is("same"), Book.class, archive).join()).isZero();
		assertThat(async.deleteAllById(List.of("2", "5"), Book.class, archive).join()).isEqualTo(1);
		assertThat(template.query(FilterQuery.of(Filter.all()), Book.class)).extracting(Book::isbn)
			.containsExactly("4", "5");
	}

	@Test
	void allRowsAreReadPageByPage() {
		this.milvus.template().upsertAll(books(2_300));
		List<Book> all = this.milvus.template().async().query(FilterQuery.of(Filter.all()), Book.class).join();
		assertThat(all).extracting(Book::isbn).doesNotHaveDuplicates().hasSize(2_300);
		assertThat(this.milvus.template()
			.async()
			.query(FilterQuery.of(Filter.all()).withOffset(2_290).withLimit(20_000), Book.class)
			.join()).hasSize(10);
	}

	@Test
	void aLargeCollectionIsWrittenInBatches() {
		MilvusAsyncOperations async = this.milvus.template().async();
		List<Book> books = books(20_000);
		WriteResult<Book> result = async.upsertAll(books, WriteOptions.DEFAULT).join();
		assertThat(result.count()).isEqualTo(20_000);
		assertThat(result.rows()).isEqualTo(books);
		assertThat(result.ids()).startsWith("key 0").endsWith("key 19999");
		assertThat(async.count(Filter.all(), Book.class, ReadOptions.DEFAULT).join()).isEqualTo(20_000);
	}

	@Test
	void moreBytesThanOneMessageHoldsAreWrittenInBatches() {
		MilvusAsyncOperations async = this.milvus.template().async();
		String text = "x".repeat(60_000);
		List<Page> pages = IntStream.range(0, 1_200).mapToObj((i) -> new Page(i, text, new float[] { i, 1 })).toList();
		assertThat(async.insertAll(pages, WriteOptions.DEFAULT).join().count()).isEqualTo(1_200);
		assertThat(async.count(Filter.all(), Page.class, ReadOptions.DEFAULT).join()).isEqualTo(1_200);
	}

	@Test
	void aRowOfManyThatDoesNotFitSaysWhichAreWritten() {
		MilvusAsyncOperations async = this.milvus.template().async();
		List<Book> books = new ArrayList<>(books(12_000));
		books.set(11_999, Book.of("bad", null));
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> async.upsertAll(books, WriteOptions.DEFAULT).join())
			.havingCause()
			.isInstanceOfSatisfying(BatchWriteException.class, (ex) -> {
				long written = ex.getWritten().get(0).to();
				assertThat(ex.getNotWritten()).containsExactly(new RowRange(written, 12_000));
				assertThat(async.count(Filter.all(), Book.class, ReadOptions.DEFAULT).join()).isEqualTo(written);
			});
	}

	@Test
	void whatTheServerRefusesCompletesTheFutureExceptionally() {
		MilvusAsyncOperations async = this.milvus.template().async();
		CompletableFuture<Long> count = async.count(Filter.expression("title ==== 7"), Book.class, ReadOptions.DEFAULT);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(count::join)
			.withCauseInstanceOf(InvalidDataAccessApiUsageException.class);
	}

	@Test
	void whatIsWrongWithTheInputIsThrownAtOnce() {
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.milvus.template().async().upsert(Book.of("1", null)));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsWork() throws Exception {
		ExecutorService threads = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
			.invoke(null);
		try {
			List<Future<WriteResult<Book>>> writes = books(200).stream()
				.map((book) -> threads.submit(() -> this.milvus.template().upsert(book)))
				.toList();
			for (Future<WriteResult<Book>> write : writes) {
				assertThat(write.get(30, TimeUnit.SECONDS).count()).isEqualTo(1);
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(this.milvus.template().count(Filter.all(), Book.class)).isEqualTo(200);
	}

	@Test
	void manyVectorsAreSearchedForInOneCall() {
		this.milvus.template()
			.upsertAll(List.of(Book.of("x", "a", 1, 0, 0, 0), Book.of("y", "b", 0, 1, 0, 0),
					Book.of("z", "c", 0, 0, 1, 0)));
		List<float[]> vectors = List.of(new float[] { 0, 1, 0, 0 }, new float[] { 1, 0, 0, 0 },
				new float[] { 0, 0, 1, 0 });
		List<SearchResults<Book>> results = this.milvus.template()
			.searchAll(
					VectorQuery.ofAll(vectors.stream().map((vector) -> QueryVector.of(vector)).toList()).withLimit(1),
					Book.class);
		assertThat(results).extracting((hits) -> hits.getContent().get(0).getContent().isbn())
			.containsExactly("y", "x", "z");
		assertThat(this.milvus.template().searchAll(VectorQuery.ofAll(List.of()), Book.class)).isEmpty();
	}

	private static List<Book> books(int count) {
		return IntStream.range(0, count).mapToObj((i) -> Book.of("key " + i, "t" + i)).toList();
	}

	@MilvusEntity("pages")
	record Page(@Id long id, @MilvusField(maxLength = 65_535) String text, @VectorField(dimension = 2) float[] vector) {
	}

}
